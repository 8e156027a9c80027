using WorkflowAccountability.Procedure.Ledgers.Lifetime;
using WorkflowAccountability.Procedure.Ledgers.Responsibility;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class ResponsibilityTests
{
    private static readonly StageInputs team = new(Roles.LeadEnv, Deadline: "D07");
    private static readonly OrganisationDirectory changed = new(Changed());

    private static IReadOnlyList<(string, ResponsibilityType)> Of(OrganisationDirectory directory, DateOnly from, DateOnly to) =>
        [.. PostsOfThatTime.Of(directory, ["county-fukang-gov"], from, to).Select(leader => (leader.Post.PersonId, leader.Type))];

    [Fact]
    public void 第四条_Both_heads_bear_full_leadership_together_whichever_of_their_bodies_is_examined() =>
        Of(OrganisationDirectory.Shipped, new(2025, 6, 1), new(2025, 6, 1)).ShouldBe(
        [
            ("fukang-long", ResponsibilityType.FullLeadership), ("fukang-su", ResponsibilityType.FullLeadership),
            ("fukang-pei", ResponsibilityType.DirectLeadership), ("fukang-yan", ResponsibilityType.Direct),
        ], ignoreOrder: true);

    [Fact]
    public void 第四条_An_act_that_spans_two_holders_of_a_post_proposes_both_and_one_of_a_single_day_its_holder()
    {
        Of(changed, new(2024, 12, 1), new(2025, 2, 1)).Count(leader => leader.Item2 == ResponsibilityType.DirectLeadership).ShouldBe(2);
        Of(changed, new(2024, 12, 31), new(2024, 12, 31)).ShouldContain(("fukang-pei", ResponsibilityType.DirectLeadership));
        Of(changed, new(2025, 1, 1), new(2025, 1, 1)).ShouldNotContain(("fukang-pei", ResponsibilityType.DirectLeadership));
        Of(changed, new(2025, 1, 1), new(2025, 1, 1)).ShouldContain(("fukang-new", ResponsibilityType.DirectLeadership));
    }

    [Fact]
    public void 第四条_The_matrix_begins_with_the_type_of_the_post_held_on_the_days_of_the_acts()
    {
        var matrix = Begun();

        matrix.Select(finding => (finding.Name, finding.Proposed, finding.Responsibility, finding.Tier)).ShouldBe(
        [
            ("阜康市人民政府", ResponsibilityType.OverallOfTheBody, ResponsibilityType.OverallOfTheBody, OrganisationTier.CountyOrPark),
            ("裴立言", ResponsibilityType.DirectLeadership, ResponsibilityType.DirectLeadership, OrganisationTier.CountyOrPark),
        ]);
    }

    [Fact]
    public void 第四条_Another_type_than_the_proposed_one_needs_its_reason_and_a_row_for_somebody_else_does_not_inherit_the_proposal()
    {
        var matter = new ACase().WithCauses();
        var row = Filled.Matrix.Matrix[1] with { Proposed = ResponsibilityType.DirectLeadership, Responsibility = ResponsibilityType.Management };

        Refusals(row).ShouldBe(["第四条 Finding.OtherType.Reason"]);
        Refusals(row with { OtherTypeBecause = "事发前已不再分管。" }).ShouldBeEmpty();
        Refusals(row with { Responsibility = ResponsibilityType.DirectLeadership }).ShouldBeEmpty();
        Refusals(Filled.Matrix.Matrix[2] with { Proposed = ResponsibilityType.DirectLeadership }).ShouldBeEmpty();

        IReadOnlyList<string> Refusals(Finding finding) => matter.Refusals(new DefineResponsibilityStage(), matter.Enter(team), "draft",
            Filled.Matrix with { Matrix = [Filled.Matrix.Matrix[0], finding] });
    }

    [Fact]
    public void 第十六条第二款_Who_is_in_charge_of_the_field_is_derived_from_place_and_department_by_date()
    {
        var leaders = PostsOfThatTime.Of(changed, ["county-fukang-gov"], new(2025, 3, 1), new(2025, 3, 1));

        leaders.Where(leader => leader.IsInCharge).Select(leader => leader.Post.PersonId).ShouldBe(["fukang-new"]);
        leaders.Select(leader => leader.Post.OrganisationId).Distinct().ShouldBe(["county-fukang-gov", "county-fukang-party", "county-fukang-env"], ignoreOrder: true);
    }

    [Fact]
    public void 第十四条第二项第二句_Whoever_was_transferred_is_found_again_with_his_posts_acts_and_cases()
    {
        var matter = new ACase(changed).WithMatrix();

        var line = LifetimeLedger.Of([matter.File], changed, "裴立言", new(2026, 3, 2)).ShouldHaveSingleItem();

        line.Now.ShouldContain("水利局");
        line.Posts.Count.ShouldBe(2);
        line.Acts.ShouldHaveSingleItem().Finding.PostThen.ShouldBe("副市长");
        LifetimeLedger.Of([matter.File], changed, "", new(2026, 3, 2)).Count.ShouldBe(2, "every person of the matrix");
    }

    private static List<Finding> Begun()
    {
        var matter = new ACase().WithCauses();
        return new DefineResponsibilityStage().Enter(matter.Enter(team)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<DefineResponsibilityForm>().Matrix;
    }

    private static OrganisationRegister Changed()
    {
        var register = OrganisationSeed.Load();
        var old = register.Posts.Single(post => post.PersonId == "fukang-pei");
        old.To = new DateOnly(2025, 1, 1);
        return register with
        {
            People = [.. register.People, new Person { Id = "fukang-new", Name = "新任副市长" }],
            Posts =
            [
                .. register.Posts,
                new Post { Id = "new-1", PersonId = "fukang-new", OrganisationId = "county-fukang-gov", Title = "副市长", Rank = PostRank.Leader, Field = "生态环境保护", From = new(2025, 1, 1) },
                new Post { Id = "new-2", PersonId = "fukang-pei", OrganisationId = "water", Title = "副局长", Rank = PostRank.Leader, From = new(2025, 1, 1) },
            ],
        };
    }
}
