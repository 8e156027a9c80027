using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.ProposeTeam;

public class ProposeTeamTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D05");
    private static readonly ProposeTeamStage stage = new();

    private readonly ACase matter = new ACase().Launched();

    [Fact]
    public void The_leading_bureau_proposes_from_the_template()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.To, seat.Deadline).ShouldBe((Candidate.OfRole(Roles.LeadEnv), "D05"));
        var template = seat.Prefill.ShouldBeOfType<ProposeTeamForm>();
        (template.Convener, template.LeaderUnit).ShouldBe(("env-committee", "env"));
    }

    [Fact]
    public void A_definition_that_lets_anybody_else_propose_is_refused_aloud() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(matter.Enter(new(Roles.Supervision)))).Message.ShouldContain("第八条");

    [Fact]
    public void A_bureau_under_inquiry_neither_proposes_nor_leads()
    {
        matter.File.ConcernsLeadBureau = true;

        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        seat.To.ShouldBe(Candidate.OfRole(Roles.EnvCommittee));
        seat.Prefill.ShouldBeOfType<ProposeTeamForm>().LeaderUnit.ShouldBeEmpty();
        Refusals(Filled.Team).ShouldBe(["参照《突发环境事件调查处理办法》第六条 Team.LeaderUnitExamined.Reason"]);
    }

    [Fact]
    public void A_proposed_team_goes_to_the_government() =>
        matter.Submit(stage, matter.Enter(inputs), "form", Filled.Team).ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("Proposed");

    [Fact]
    public void A_returned_plan_opens_with_its_last_text()
    {
        matter.Submit(stage, matter.Enter(inputs), "form", Filled.Team with { Plan = "分三组。" });

        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<ProposeTeamForm>().Plan.ShouldBe("分三组。");
    }

    [Fact]
    public void A_team_with_every_general_seat_is_allowed() => Refusals(Filled.Team).ShouldBeEmpty();

    [Fact]
    public void A_member_serves_in_the_unit_that_he_sits_for() =>
        Refusals(Filled.Team with { Members = [.. Filled.Team.Members, new() { PersonId = "water-jin", OrganisationId = "land", Function = TeamFunction.Member }] })
            .ShouldBe(["第八条第一句 Member.Elsewhere.Reason"]);

    [Fact]
    public void A_team_has_one_leader()
    {
        Refusals(Without("env-wang")).ShouldBe(["第九条第一句 Team.Leader.Reason"]);
        Refusals(With(new() { PersonId = "env-chen", OrganisationId = "env", Function = TeamFunction.Leader }))
            .ShouldBe(["第九条第一句 Team.Leader.Reason"]);
    }

    [Fact]
    public void 第八条第一句_一般由_The_leader_sits_for_the_leading_unit_which_is_the_environment_authority()
    {
        Refusals(Filled.Team with { LeaderUnit = "police" })
            .ShouldBe(["第八条第一句 Team.LeaderElsewhere.Reason", "第八条第一句 Team.LeaderUnit.Reason"]);
    }

    [Fact]
    public void The_environmental_committee_convenes() =>
        Refusals(Filled.Team with { Convener = "env" })
            .ShouldBe(["第八条第一句 Team.Convener.Reason", "第八条第一句 Seat.Empty.Reason"]);

    [Theory]
    [InlineData("supervision-tang", TeamSeat.SupervisionBureau)]
    [InlineData("police-yuan", TeamSeat.Police)]
    [InlineData("audit-tian", TeamSeat.Audit)]
    [InlineData("experts-shi", TeamSeat.EnvironmentalExpert)]
    [InlineData("experts-qin", TeamSeat.IndustryExpert)]
    public void 第八条第一句_一般由_An_empty_general_seat_needs_a_reason(string member, TeamSeat seat)
    {
        Refusals(Without(member)).ShouldBe(["第八条第一句 Seat.Empty.Reason"]);
        Refusals(Without(member) with { AbsentSeats = [new() { Seat = seat, Reason = "本案不涉及。" }] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TeamSeat.County, "county-hutubi-gov")]
    [InlineData(TeamSeat.County, "park-zhundong")]
    [InlineData(TeamSeat.OtherDepartment, "water")]
    public void 第八条第一句_有关县市_其他有关部门_These_seats_too_are_filled_or_explained(TeamSeat seat, string unit)
    {
        var silent = seat is TeamSeat.County ? Filled.Team with { NoCountyBecause = null } : Filled.Team with { NoOtherDepartmentBecause = null };

        Refusals(silent).ShouldBe(["第八条第一句 Seat.Empty.Reason"]);
        Refusals(silent with { AbsentSeats = [new() { Seat = seat, Reason = "本案不涉及。" }] }).ShouldBeEmpty();
        TeamSeats.IsFilled(OrganisationDirectory.Shipped, new(2026, 3, 2), With(new() { OrganisationId = unit, Function = TeamFunction.Member }), seat).ShouldBeTrue();
    }

    [Fact]
    public void 第八条第一句_有关县市_The_plan_opens_with_what_the_file_says_of_the_county_and_decides_nothing()
    {
        var examined = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<ProposeTeamForm>();
        (examined.NoCountyBecause!.Contains("阜康", StringComparison.Ordinal), examined.NoCountyBecause.Contains("被调查单位", StringComparison.Ordinal)).ShouldBe((true, true));
        examined.NoOtherDepartmentBecause.ShouldNotBeNullOrEmpty();

        matter.File.Parties.Clear();
        matter.File.County = "park-zhundong";
        var park = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<ProposeTeamForm>().NoCountyBecause!;
        (park.Contains("准东", StringComparison.Ordinal), park.Contains("被调查单位", StringComparison.Ordinal)).ShouldBe((true, false));
    }

    [Fact]
    public void An_old_plan_that_knew_nothing_of_these_seats_opens_again_with_their_reasons()
    {
        matter.Submit(stage, matter.Enter(inputs), "form", Filled.Team with { NoCountyBecause = null, NoOtherDepartmentBecause = null });

        var again = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<ProposeTeamForm>();

        Refusals(again).ShouldBeEmpty();
    }

    [Fact]
    public void The_plan_is_drawn_up_with_departments_whose_answers_are_recorded()
    {
        Refusals(Filled.Team with { Consulted = [] }).ShouldBe(["第八条第二句 Consulted.None.Reason"]);
        Refusals(Filled.Team with { Consulted = [new() { OrganisationId = "police" }] }).ShouldBe(["第八条第二句 Consulted.NoAnswer.Reason"]);
    }

    [Fact]
    public void Nobody_investigates_himself() =>
        Refusals(With(new() { PersonId = "fukang-pei", OrganisationId = "county-fukang-gov", Function = TeamFunction.Member, WhyExaminedUnitSits = "熟悉情况。" }))
            .ShouldBe(["参照《突发环境事件调查处理办法》第六条 Member.Party.Reason"]);

    [Fact]
    public void Nobody_sits_twice() =>
        Refusals(With(new() { PersonId = "police-yuan", OrganisationId = "police", Function = TeamFunction.Member }))
            .ShouldBe(["内部环节 Member.Twice.Reason"]);

    [Fact]
    public void Members_are_people_of_the_directory() =>
        Refusals(With(new() { PersonId = "nobody", OrganisationId = "police", Function = TeamFunction.Member }))
            .ShouldBe(["第八条第一句 Member.Unknown.Reason"]);

    [Fact]
    public void An_expert_has_a_field() =>
        Refusals(With(new() { PersonId = "experts-bai", OrganisationId = "experts", Function = TeamFunction.IndustryExpert }))
            .ShouldBe(["第八条第一句 Member.ExpertField.Reason"]);

    [Fact]
    public void An_examined_county_sits_only_with_a_reason_and_the_legal_office_is_asked()
    {
        var mayor = new ProposedMember { PersonId = "fukang-su", OrganisationId = "county-fukang-gov", Function = TeamFunction.Member };
        var explained = mayor with { WhyExaminedUnitSits = "协助提供资料，不参与责任界定。" };

        Refusals(With(mayor)).ShouldBe(["第八条第一句 Member.ExaminedUnit.Reason"]);
        Refusals(With(explained)).ShouldBeEmpty();
        matter.File.Notices.Clear();
        matter.Submit(stage, matter.Enter(inputs), "form", With(explained));
        matter.File.Notices.ShouldHaveSingleItem().Role.ShouldBe(Roles.LegalOffice);
    }

    private static ProposeTeamForm With(ProposedMember member) => Filled.Team with { Members = [.. Filled.Team.Members, member] };

    private static ProposeTeamForm Without(string personId) =>
        Filled.Team with { Members = [.. Filled.Team.Members.Where(member => member.PersonId != personId)] };

    private IReadOnlyList<string> Refusals(ProposeTeamForm form) => matter.Refusals(stage, matter.Enter(inputs), "form", form);
}
