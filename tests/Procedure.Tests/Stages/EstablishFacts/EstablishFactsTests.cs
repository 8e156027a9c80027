using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.EstablishFacts;

public class EstablishFactsTests
{
    private static readonly StageInputs inputs = new(Roles.LeadEnv, Deadline: "D07");
    private static readonly EstablishFactsStage stage = new();

    private readonly ACase matter = new ACase().WithTeam();

    [Fact]
    public void The_team_drafts_within_the_events_period_which_counts_from_the_end_of_the_emergency()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.Key, seat.To).ShouldBe(("draft", Candidate.MembersOf(TeamKind.Investigation)));
        (seat.Deadline, seat.DeadlineFrom).ShouldBe(("D07b", new DateOnly(2026, 2, 28)));
        seat.Prefill.ShouldBeOfType<EstablishFactsForm>().Event.Evacuated.ShouldBe(6000);
    }

    [Fact]
    public void 第八条第一句_应当成立调查组_Nothing_is_investigated_before_there_is_a_team() =>
        Should.Throw<InvalidOperationException>(() => stage.Enter(new ACase().Launched().Enter(inputs))).Message
            .ShouldContain("ApproveTeam");

    [Fact]
    public void A_draft_goes_to_the_leader_as_a_person()
    {
        var step = matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Facts).ShouldBeOfType<StageStep.Opening>();

        var seat = step.Seats.ShouldHaveSingleItem();
        (seat.Key, seat.To, seat.Deadline).ShouldBe(("signOff", Candidate.Person("env-wang"), "D07b"));
    }

    [Fact]
    public void 第九条第一句_A_leader_under_inquiry_leaves_the_sign_off_to_his_deputy_and_without_one_to_the_government()
    {
        matter.File.Inquire("env", "env-wang", "王知远", "副局长", isPerson: true, matter.Now);
        SignerOf(matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Facts)).ShouldBe(Candidate.Person("env-zhou"));

        matter.File.Inquire("env", "env-zhou", "周牧野", "支队长", isPerson: true, matter.Now);
        SignerOf(matter.Submit(stage, matter.Enter(inputs), "draft", Filled.Facts)).ShouldBe(Candidate.OfRole(Roles.Government));
    }

    [Fact]
    public void A_section_sent_back_opens_again_with_its_last_text()
    {
        var context = matter.Enter(inputs);
        matter.Submit(stage, context, "draft", Filled.Facts);

        var step = matter.Submit(stage, context, "signOff",
            new SectionSignOffForm { Decision = SectionDecision.BackToSection, Remarks = "补充证据。" });

        step.ShouldBeOfType<StageStep.Leaving>().Outcome.ShouldBe("BackToSection");
        stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem().Prefill.ShouldBeOfType<EstablishFactsForm>().PresentState
            .ShouldBe(Filled.Facts.PresentState);
    }

    [Fact]
    public void Sending_back_needs_remarks() =>
        Refusals("signOff", new SectionSignOffForm { Decision = SectionDecision.BackToSection })
            .ShouldBe(["内部环节 Section.NoRemarks.Reason"]);

    [Fact]
    public void The_signed_off_figures_decide_the_level_anew_and_the_government_is_told()
    {
        matter.File.Notices.Clear();

        matter.Play(stage, inputs, ("draft", Filled.Facts with { DirectLoss = Filled.Facts.DirectLoss with { Amount = 20_000_000 } }),
            ("signOff", Filled.SignOff));

        matter.File.Level.ShouldBe("Ⅱ");
        var notice = matter.File.Notices.ShouldHaveSingleItem();
        notice.Role.ShouldBe(Roles.Government);
        notice.Text.ToString().ShouldContain("Ⅱ");
    }

    [Fact]
    public void A_draft_alone_does_not_change_the_level()
    {
        matter.Submit(stage, matter.Enter(inputs), "draft",
            Filled.Facts with { DirectLoss = Filled.Facts.DirectLoss with { Amount = 20_000_000 } });

        matter.File.Level.ShouldBe("Ⅲ");
    }

    [Fact]
    public void Losses_without_an_event_make_no_level()
    {
        matter.File.Level = null;

        matter.Play(stage, inputs, ("draft", Filled.Facts with { Event = new() }), ("signOff", Filled.SignOff));

        matter.File.Level.ShouldBeNull();
    }

    [Fact]
    public void Whole_facts_are_allowed() => Refusals("draft", Filled.Facts).ShouldBeEmpty();

    [Fact]
    public void A_course_of_events_is_needed_and_lies_in_the_past()
    {
        Refusals("draft", Filled.Facts with { Course = [] }).ShouldBe(["第九条第（一）项 Course.None.Reason"]);
        Refusals("draft", Filled.Facts with { Course = [new() { On = new(2026, 3, 3), What = "扩散。" }] })
            .ShouldBe(["内部环节 Course.Ahead.Reason"]);
    }

    [Fact]
    public void 第九条第一项_All_three_assessments_are_mandatory() =>
        Refusals("draft", Filled.Facts with { DirectLoss = new(), IndirectLoss = new(), EcologicalDamage = new() }).ShouldBe(
            ["第九条第（一）项 Loss.NotAssessed.Reason", "第九条第（一）项 Loss.NotAssessed.Reason", "第九条第（一）项 Loss.NotAssessed.Reason"]);

    [Fact]
    public void 第九条第一项_An_amount_comes_with_the_manner_of_its_assessment() =>
        Refusals("draft", Filled.Facts with { DirectLoss = Filled.Facts.DirectLoss with { Method = null } })
            .ShouldBe(["第九条第（一）项 Loss.NotAssessed.Reason"]);

    [Fact]
    public void An_amount_and_a_reason_for_none_contradict_each_other() =>
        Refusals("draft", Filled.Facts with { DirectLoss = Filled.Facts.DirectLoss with { NoneBecause = "无。" } })
            .ShouldBe(["第九条第（一）项 Loss.NotAssessed.Reason"]);

    [Fact]
    public void Two_different_direct_losses_are_refused()
    {
        Refusals("draft", Filled.Facts with { Event = Filled.Facts.Event with { DirectLoss = 800 } }).ShouldBe(["内部环节 Loss.Twice.Reason"]);
        Refusals("draft", Filled.Facts with { Event = Filled.Facts.Event with { DirectLoss = 812 } }).ShouldBeEmpty();
    }

    private static Candidate SignerOf(StageStep step) => step.ShouldBeOfType<StageStep.Opening>().Seats.ShouldHaveSingleItem().To;

    private IReadOnlyList<string> Refusals(string seat, object form) => matter.Refusals(stage, matter.Enter(inputs), seat, form);
}
