using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Procedure.Stages.DetermineCauses;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.DefineResponsibility;

public class FindingRulesTests
{
    private static readonly DateOnly issuedOn = new(2016, 8, 26);
    private static readonly Finding person = Filled.Matrix.Matrix[1];

    private readonly ACase matter = new();

    [Fact]
    public void 第三条第一款_A_government_is_in_scope_by_the_first_paragraph_and_is_no_managed_enterprise() =>
        Refusals(Filled.Finding with { OrganisationId = "county-fukang-gov", Tier = OrganisationTier.CountyOrPark, Scope = PartyScope.ManagedOrAppointed, ManagedBy = "阜康市" })
            .ShouldBe(["第三条第一款 Finding.Scope.Reason"]);

    [Fact]
    public void 第三条第一款_Every_finding_says_under_which_paragraph_it_falls() =>
        Refusals(Filled.Finding with { OrganisationId = "county-fukang-gov", Tier = OrganisationTier.CountyOrPark, Scope = null }).ShouldBe(["第三条第一款 Finding.Scope.Reason"]);

    [Fact]
    public void A_whole_finding_is_allowed() => Refusals(person).ShouldBeEmpty();

    [Fact]
    public void 第二条_A_finding_without_a_kind_of_failure_is_refused() =>
        Refusals(person with { Failure = null }).ShouldBe(["第二条 Finding.NoFailure.Reason"]);

    [Fact]
    public void 第二条_A_finding_without_a_consequence_is_refused() =>
        Refusals(person with { Consequence = " " }).ShouldBe(["第二条 Finding.NoConsequence.Reason"]);

    [Fact]
    public void Another_enterprise_is_dealt_with_under_other_laws() =>
        Refusals(person with { Scope = PartyScope.OtherLaw }).ShouldBe(["第三条第三款 Finding.OutOfScope.Reason"]);

    [Fact]
    public void 第三条第二款_A_leader_whom_the_managing_department_appointed_is_in_scope()
    {
        Refusals(person with { Scope = PartyScope.ManagedOrAppointed, ManagedBy = "州国资委" }).ShouldBeEmpty();
        Refusals(person with { Scope = PartyScope.ManagedOrAppointed }).ShouldBe(["第三条第二款 Finding.Unmanaged.Reason"], "whom nobody appointed");
        Refusals(person with { Scope = PartyScope.ManagedOrAppointed, ManagedBy = " " }).ShouldBe(["第三条第二款 Finding.Unmanaged.Reason"]);
    }

    [Fact]
    public void 第三条第二款_Of_two_people_of_one_enterprise_whoever_was_appointed_stands_in_the_matrix_and_the_other_stays_in_the_causes()
    {
        var both = new ACase().WithFacts();
        both.Play(new DetermineCausesStage(), new(Roles.LeadEnv, Deadline: "D07"), ("draft", Filled.Causes with
        {
            Causes = [.. Filled.Causes.Causes, new() { Kind = CauseKind.Indirect, What = "某化工公司班组长钱某未按规程巡检。", Evidence = "巡检表。", NoDutyBecause = "由公司自行聘用，依照有关法律法规办理。" }],
        }), ("signOff", Filled.SignOff));
        var appointed = person with { PersonId = null, Name = "孙某", OrganisationId = null, Tier = OrganisationTier.Other, PostThen = "某化工公司董事长", Scope = PartyScope.ManagedOrAppointed, ManagedBy = "州国资委" };
        var hired = appointed with { Name = "钱某", PostThen = "某化工公司班组长", Scope = PartyScope.OtherLaw, ManagedBy = null };
        var stage = new DefineResponsibilityStage();

        Refusals(Filled.Matrix.Matrix[0], appointed, hired).ShouldBe(["第三条第三款 Finding.OutOfScope.Reason"]);
        Refusals(Filled.Matrix.Matrix[0], appointed).ShouldBeEmpty();
        both.Submit(stage, both.Enter(new(Roles.LeadEnv, Deadline: "D07")), "draft", Filled.Matrix with { Matrix = [Filled.Matrix.Matrix[0], appointed] });

        both.File.Parties.Select(party => party.Name).ShouldContain("孙某");
        both.File.Parties.Select(party => party.Name).ShouldNotContain("钱某");
        both.File.NumberedCauses().ShouldContain(cause => cause.Cause.What.Contains("钱某", StringComparison.Ordinal), "he is not dropped from the facts");

        IReadOnlyList<string> Refusals(params List<Finding> rows) =>
            both.Refusals(stage, both.Enter(new(Roles.LeadEnv, Deadline: "D07")), "draft", Filled.Matrix with { Matrix = rows });
    }

    [Fact]
    public void A_person_needs_the_post_of_that_time() => Refusals(person with { PostThen = null }).ShouldBe(["第四条 Finding.NoPost.Reason"]);

    [Theory]
    [InlineData(null)]
    [InlineData(ResponsibilityType.OverallOfTheBody)]
    public void A_person_bears_one_of_the_four_responsibilities(ResponsibilityType? type) =>
        Refusals(person with { Responsibility = type }).ShouldBe(["第四条 Finding.Responsibility.Reason"]);

    [Fact]
    public void A_unit_bears_overall_responsibility_or_none_that_the_article_names()
    {
        var unit = Filled.Matrix.Matrix[0];

        Refusals(unit).ShouldBeEmpty();
        Refusals(unit with { Responsibility = null }).ShouldBeEmpty();
        Refusals(unit with { Responsibility = ResponsibilityType.Direct }).ShouldBe(["第四条 Finding.Responsibility.Reason"]);
    }

    [Fact]
    public void A_finding_about_nobody_is_refused()
    {
        Refusals(person with { PersonId = null }).ShouldBe(["第九条第（三）项 Finding.Nobody.Reason"]);
        Refusals(person with { PersonId = "nobody" }).ShouldBe(["第九条第（三）项 Finding.Nobody.Reason"]);
        Refusals(person with { PersonId = null, Name = "钱某" }).ShouldBeEmpty();
    }

    [Fact]
    public void An_act_ends_after_it_begins_and_before_tomorrow()
    {
        Refusals(person with { ActFrom = new(2026, 2, 21) }).ShouldBe(["内部环节 Finding.Dates.Reason"]);
        Refusals(person with { ActTo = new(2026, 3, 3) }).ShouldBe(["内部环节 Finding.Dates.Reason"]);
    }

    [Fact]
    public void 第十四条第二项第三句_An_act_that_runs_across_the_day_of_issue_is_split_or_has_another_basis_for_its_earlier_part()
    {
        var across = person with { ActFrom = new(2016, 8, 25), ActTo = new(2016, 8, 26) };

        Refusals(across).ShouldBe(["第十四条第（二）项第三句 Finding.AcrossIssue.Reason"]);
        Refusals(across with { OtherBasis = "《行政机关公务员处分条例》第二十条" }).ShouldBeEmpty();
    }

    [Property]
    public Property An_act_rests_on_the_regulation_alone_exactly_when_it_begins_on_or_after_the_day_of_issue() =>
        Prop.ForAll(Gen.Choose(-3000, 3000).ToArbitrary(), Gen.Choose(0, 3000).ToArbitrary(), (start, length) =>
        {
            var finding = person with { ActFrom = issuedOn.AddDays(start), ActTo = issuedOn.AddDays(start + length) };

            var isAllowed = FindingRules.IsNotWhollyBeforeIssue(finding, 1, issuedOn).IsAllowed
                && FindingRules.DoesNotRunAcrossIssue(finding, 1, issuedOn).IsAllowed;

            return isAllowed == start >= 0;
        });

    private string[] Refusals(Finding finding) =>
    [
        .. matter.Refusals(new DefineResponsibilityStage(), matter.Enter(new(Roles.LeadEnv)), "draft",
            Filled.Matrix with { Matrix = [finding] }),
    ];
}
