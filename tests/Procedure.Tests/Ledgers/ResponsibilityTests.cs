using WorkflowAccountability.Procedure.Ledgers.Lifetime;
using WorkflowAccountability.Procedure.Ledgers.Responsibility;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class ResponsibilityTests
{
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
    public void 第四条_For_each_party_the_type_of_the_post_held_on_the_days_of_the_acts_is_proposed()
    {
        var file = new ACase().WithMatrix().File;

        PostsOfThatTime.ProposedFor(file, OrganisationDirectory.Shipped, isPerson: false, null, "county-fukang-gov").Type.ShouldBe(ResponsibilityType.OverallOfTheBody);
        PostsOfThatTime.ProposedFor(file, OrganisationDirectory.Shipped, isPerson: false, null, "county-fukang-env").Type.ShouldBeNull();
        Of("fukang-su").ShouldBe(ResponsibilityType.FullLeadership);
        Of("fukang-pei").ShouldBe(ResponsibilityType.DirectLeadership);
        Of("fukang-yan").ShouldBe(ResponsibilityType.Direct);
        Of("fukang-nobody").ShouldBeNull();

        ResponsibilityType? Of(string person) => PostsOfThatTime.ProposedFor(file, OrganisationDirectory.Shipped, isPerson: true, person, null).Type;
    }

    [Fact]
    public void 第四条_A_finding_that_takes_another_type_is_told_apart_from_one_that_takes_the_proposed()
    {
        var file = new ACase().WithMatrix().File;

        file.Matrix().SelectMany(row => row.Findings).ShouldAllBe(finding => !PostsOfThatTime.Differs(file, OrganisationDirectory.Shipped, finding));
        PostsOfThatTime.Differs(file, OrganisationDirectory.Shipped, Filled.Matrix.Matrix[1] with { Responsibility = ResponsibilityType.Management }).ShouldBeTrue();
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
