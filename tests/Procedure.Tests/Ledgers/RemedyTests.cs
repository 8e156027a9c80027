using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Regulation.Book;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Ledgers;

public sealed class RemedyTests
{
    private static readonly string[] lane = ["decide-appeal", "hear-party", "record-appeal", "serve-decision"];

    private readonly ACase matter = new ACase().WithReport().Consulted().Approved().Restricted();

    private IReadOnlyList<string> Offered => [.. EntryCatalog.All.Where(kind => lane.Contains(kind.Name) && kind.May(matter.Context())).Select(kind => kind.Name)];

    [Fact]
    public void 参照其他法律法规_The_lane_is_closed_until_the_legal_office_opens_it_for_a_case()
    {
        matter.As("gov-zhang");
        Offered.ShouldBeEmpty();

        Open();

        Offered.ShouldBe(["hear-party", "record-appeal", "serve-decision"]);
        new OpenRemedies().May(matter.Context()).ShouldBeFalse("once");
    }

    [Fact]
    public void 参照其他法律法规_An_outcome_that_changes_or_revokes_alters_the_measure_and_lifts_what_rested_on_it()
    {
        Open();
        var measure = matter.File.Measures.Single(measure => measure.Code == "Removal");
        var appeal = matter.Make(new RecordAppeal(), new RecordAppealForm { MeasureId = measure.Id, ReceivedOn = new(2026, 3, 2), Grounds = "事实不清。" });
        var decision = new DecideAppealForm { Appeal = appeal.Label, Outcome = AppealOutcome.Revoked, DecidedOn = new(2026, 3, 2), DocumentNumber = "昌监复〔2026〕1号", LiftsRestrictions = true };

        matter.Refusals(new DecideAppeal(), decision with { Outcome = AppealOutcome.Upheld }).ShouldBe(["第十二条第一款 Lift.Upheld.Reason"]);
        matter.Refusals(new DecideAppeal(), decision with { Outcome = AppealOutcome.Changed }).ShouldBe([RemedyLaneClause + " Words.Wrong.Reason"]);
        matter.Make(new DecideAppeal(), decision);

        (measure.RevokedOn, measure.AlteredBy).ShouldBe((new DateOnly(2026, 3, 2), "昌监复〔2026〕1号"));
        measure.WordsAndFate.ShouldBe($"{measure.Text}（由昌监复〔2026〕1号撤销）", "nobody reads of it as if it stood");
        matter.File.Restrictions.Where(restriction => restriction.PartyId == measure.PartyId).ShouldAllBe(restriction => restriction.LiftedOn == new DateOnly(2026, 3, 2));
        matter.File.Restrictions.Where(restriction => restriction.PartyId != measure.PartyId).ShouldAllBe(restriction => restriction.LiftedOn == null);
    }

    [Fact]
    public void An_appeal_after_its_time_needs_a_reason_and_the_time_counts_from_the_service()
    {
        Open();
        var measure = matter.File.Measures.Single(measure => measure.Code == "Removal");
        RemedyLane.AppealUntil(matter.File, measure.Id, WorkingCalendar.Shipped).ShouldBeNull("not served yet");
        matter.Refusals(new ServeDecision(), new ServeDecisionForm { MeasureId = measure.Id, ServedOn = new(2026, 3, 2), Receipt = "回证1" })[0].ShouldEndWith("Route.Unstated.Reason");
        matter.Make(new ServeDecision(), new ServeDecisionForm { MeasureId = measure.Id, ServedOn = new(2026, 3, 2), Receipt = "回证1", RouteIsStated = true });
        RemedyLane.AppealUntil(matter.File, measure.Id, WorkingCalendar.Shipped).ShouldBe(new DateOnly(2026, 4, 2));

        matter.Now = new(2026, 4, 3, 2, 0, 0, TimeSpan.Zero);
        var late = new RecordAppealForm { MeasureId = measure.Id, ReceivedOn = new(2026, 4, 3), Grounds = "处理过重。" };

        matter.Refusals(new RecordAppeal(), late).ShouldBe([RemedyLaneClause + " Appeal.Late.Reason"]);
        matter.Refusals(new RecordAppeal(), late with { WhyTakenThoughLate = "住院。" }).ShouldBeEmpty();
        matter.Refusals(new RecordAppeal(), late with { ReceivedOn = new(2026, 4, 2) }).ShouldBeEmpty();
    }

    [Fact]
    public void 第十一条第一款第一句_Neither_service_nor_appeal_comes_on_a_day_before_the_decision()
    {
        Open();
        var measure = matter.File.Measures.Single(measure => measure.Code == "Removal");

        matter.Refusals(new ServeDecision(), new ServeDecisionForm { MeasureId = measure.Id, ServedOn = new(2026, 3, 1), Receipt = "回证1", RouteIsStated = true })
            .ShouldBe(["第十一条第一款第一句 Remedies.BeforeDecision.Reason"]);
        matter.Refusals(new RecordAppeal(), new RecordAppealForm { MeasureId = measure.Id, ReceivedOn = new(2026, 3, 1), Grounds = "事实不清。" })
            .ShouldBe(["第十一条第一款第一句 Remedies.BeforeDecision.Reason"]);
    }

    [Fact]
    public void What_a_person_says_in_his_defence_is_answered()
    {
        Open();
        var heard = new HearPartyForm { PartyId = "P3", NotifiedOn = new(2026, 3, 1), Facts = "补造巡查记录。", HeardOn = new(2026, 3, 2), Statement = "系他人所为。" };

        matter.Refusals(new HearParty(), heard)[0].ShouldEndWith("Statement.Unanswered.Reason");
        matter.Make(new HearParty(), heard with { WhatBecameOfIt = "经查不实，不予采纳。" });
    }

    [Theory]
    [InlineData("D24a", "2016-09-01", "15日")]
    [InlineData("D24a", "2019-09-01", "1个月")]
    [InlineData("D24b", "2018-03-19", "30日")]
    [InlineData("D24b", "2018-03-20", "1个月")]
    [InlineData("D24c", "2018-03-20", "1个月")]
    [InlineData("D24d", "2026-03-02", "30日")]
    [InlineData("D24e", "2026-03-02", "15日")]
    [InlineData("D25a", "2016-09-01", "30日")]
    [InlineData("D25a", "2026-03-02", "1个月")]
    [InlineData("D25b", "2026-03-02", "1个月")]
    [InlineData("D25c", "2017-03-01", "60日")]
    [InlineData("D25c", "2026-03-02", "2个月")]
    [InlineData("D25d", "2026-03-02", "30日")]
    [InlineData("D25e", "2026-03-02", "60日")]
    [InlineData("D11", "2026-03-02", "10个工作日")]
    public void D11_D24_D25_The_periods_of_other_laws_hold_by_the_day_on_which_they_begin(string code, string day, string period) =>
        matter.File.PeriodRow(code, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))!.Period!.ToString().ShouldBe(period);

    [Fact]
    public void The_time_for_an_appeal_is_that_of_the_edition_that_the_case_was_opened_under()
    {
        Open();
        var measure = matter.File.Measures.Single(measure => measure.Code == "Removal");
        matter.Make(new ServeDecision(), new ServeDecisionForm { MeasureId = measure.Id, ServedOn = new(2026, 3, 2), Receipt = "回证1", RouteIsStated = true });
        var longer = DeadlineTable.Shipped with { Rules = [.. DeadlineTable.Shipped.Rules.Select(rule => rule.Code == "D24a" ? rule with { Period = new Period(2, PeriodUnit.Month) } : rule)] };
        var book = new RuleBook([new BookedRules(1, RuleKind.Of("deadlines"), longer, new(2026, 1, 1), null)]);

        DateOnly? UntilUnder(int edition)
        {
            (matter.File.RuleEdition, matter.File.Book) = (edition, book);
            return RemedyLane.AppealUntil(matter.File, measure.Id, WorkingCalendar.Shipped);
        }

        (UntilUnder(0), UntilUnder(1)).ShouldBe((new DateOnly(2026, 4, 2), new DateOnly(2026, 5, 6)));
    }

    private const string RemedyLaneClause = "参照《中华人民共和国公务员法》第九十五条";

    private void Open()
    {
        matter.As("gov-zhang");
        matter.Make(new OpenRemedies(), new OpenRemediesForm { LegalOpinion = "昌法制〔2026〕2号", Reasons = "《公务员法》第九十五条。" });
    }
}
