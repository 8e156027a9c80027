using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.DefineResponsibility;

public class DefineResponsibilityTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D07");
    private static readonly DefineResponsibilityStage stage = new();

    private readonly ACase matter = new ACase().WithCauses();

    [Fact]
    public void The_first_draft_begins_with_whom_the_lead_named() =>
        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<DefineResponsibilityForm>()
            .Matrix.Select(finding => (finding.IsPerson, finding.Name)).ShouldBe([(false, "阜康市人民政府"), (true, "裴立言")]);

    [Fact]
    public void 第四条_The_type_that_a_post_comes_to_is_offered_and_is_no_part_of_the_form_until_it_is_posted()
    {
        var opened = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<DefineResponsibilityForm>();
        opened.Matrix.ShouldAllBe(finding => finding.Responsibility == null);

        var offered = stage.Offers(matter.File, OrganisationDirectory.Shipped, new FormValues(opened));

        offered["Matrix[0].Responsibility"].ShouldBe(nameof(ResponsibilityType.OverallOfTheBody));
        offered.Keys.ShouldAllBe(path => path.EndsWith(".Responsibility"));
    }

    [Fact]
    public void Whoever_the_draft_names_is_under_inquiry_from_that_moment_and_nobody_twice()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Matrix);

        matter.File.Parties.Select(party => (party.Id, party.Name)).ShouldBe([("P1", "阜康市人民政府"), ("P2", "裴立言"), ("P3", "颜清和")]);
        matter.File.Concerns("fukang-yan").ShouldBeTrue();
        matter.File.Matrix().Select(responsible => responsible.Party.Id).ShouldBe(["P1", "P2", "P3"]);
    }

    [Fact]
    public void Several_acts_of_one_person_stay_one_party()
    {
        var again = Filled.Matrix.Matrix[2] with { Act = "补造记录。" };

        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Matrix with { Matrix = [.. Filled.Matrix.Matrix, again] });

        matter.File.Matrix().Single(responsible => responsible.Party.Id == "P3").Findings.Count.ShouldBe(2);
    }

    [Fact]
    public void A_team_member_in_the_matrix_is_reported_to_the_government()
    {
        matter.File.Notices.Clear();
        var member = Filled.Matrix.Matrix[2] with { PersonId = "env-zhou", OrganisationId = "env", PostThen = "支队长" };

        matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Matrix with { Matrix = [member] });

        var notice = matter.File.Notices.ShouldHaveSingleItem();
        notice.Role.ShouldBe(Roles.Government);
        notice.Text.ToString().ShouldContain("周牧野");
    }

    [Fact]
    public void A_missing_influence_is_a_question_for_the_legal_office_and_no_refusal()
    {
        var quiet = One(Filled.Finding with { Influence = null });
        matter.File.Notices.Clear();

        Refusals(quiet).ShouldBeEmpty();
        matter.Submit(stage, matter.Enter(inputs), "draft", quiet);

        matter.File.Notices.Select(notice => (notice.Role, notice.TextKey)).ShouldBe([(Roles.LegalOffice, "Notice.NoInfluence")]);
    }

    [Fact]
    public void 第十四条第二项第三句_An_act_on_the_very_day_of_issue_is_a_question_for_the_legal_office()
    {
        var thatDay = One(Filled.Finding with { ActFrom = new(2016, 8, 26), ActTo = new(2016, 8, 26) });
        matter.File.Notices.Clear();

        Refusals(thatDay).ShouldBeEmpty();
        matter.Submit(stage, matter.Enter(inputs), "draft", thatDay);

        matter.File.Notices.Select(notice => (notice.Role, notice.TextKey)).ShouldBe([(Roles.LegalOffice, "Notice.DayOfIssue")]);
    }

    [Fact]
    public void 第九条第三项_A_whole_matrix_is_allowed() => Refusals(Filled.Matrix).ShouldBeEmpty();

    [Fact]
    public void 第九条第三项_An_empty_matrix_needs_a_reason()
    {
        Refusals(new()).ShouldBe(["第九条第（三）项 Matrix.Empty.Reason"]);
        Refusals(new() { NobodyBecause = "完全由于自然灾害。" }).ShouldBeEmpty();
    }

    [Fact]
    public void 第十五条第二句_对州直部门_A_department_is_asked_six_questions_and_not_about_duties_of_its_own_place() =>
        Refusals(One(Filled.Finding with { OrganisationId = "water", Tier = OrganisationTier.PrefectureDepartment })).Count.ShouldBe(6);

    [Theory]
    [InlineData("county-qitai-gov")]
    [InlineData("park-zhundong")]
    public void 第十五条第二句_对县市园区_A_county_and_a_park_are_asked_for_their_own_environmental_duties_too(string unit) =>
        Refusals(One(Filled.Finding with { OrganisationId = unit, Tier = OrganisationTier.CountyOrPark }) with
        {
            TierAnswers =
            [
                new() { OrganisationId = unit, Question = TierQuestion.Decisions, Answer = "依法决策。" },
                new() { OrganisationId = unit, Question = TierQuestion.Deployments, Answer = "已落实。" },
            ],
        }).ShouldBe(["第十五条第二句 Tier.NotAsked.Reason"]);

    [Theory]
    [InlineData("county-qitai-gov", OrganisationTier.Other)]
    [InlineData("park-zhundong-party", OrganisationTier.Other)]
    [InlineData("water", OrganisationTier.CountyOrPark)]
    [InlineData("county-fukang-env", OrganisationTier.PrefectureDepartment)]
    public void 第十五条第二句_Nobody_escapes_the_questions_of_his_tier_by_naming_another(string unit, OrganisationTier named) =>
        Refusals(One(Filled.Finding with { OrganisationId = unit, Tier = named })).ShouldContain("第十五条第二句 Tier.Wrong.Reason");

    [Fact]
    public void An_organisation_is_asked_every_question_of_its_tier()
    {
        Refusals(Filled.Matrix with { TierAnswers = Filled.Matrix.TierAnswers[..2] })
            .ShouldBe(["第十五条第二句 Tier.NotAsked.Reason"]);
        Refusals(One(Filled.Finding with { OrganisationId = "water", Tier = OrganisationTier.PrefectureDepartment }))
            .ShouldBe([.. Enumerable.Repeat("第十五条第二句 Tier.NotAsked.Reason", 6)]);
    }

    private static DefineResponsibilityForm One(Finding finding) => Filled.Matrix with
    {
        Matrix =
        [
            finding with
            {
                OrganisationId = finding.OrganisationId ?? "county-fukang-gov", Tier = finding.Tier ?? OrganisationTier.CountyOrPark,
            },
        ],
    };

    private IReadOnlyList<string> Refusals(DefineResponsibilityForm form) => matter.Refusals(stage, matter.Enter(inputs), "draft", form);
}
