using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.ConsultDiscipline;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Stages.ConsultDiscipline;

public sealed class ConsultDisciplineTests
{
    private static readonly StageInputs inputs = new(Roles.Supervision, Deadline: "D10");
    private static readonly ConsultDisciplineStage stage = new();
    private readonly ACase matter = new ACase().WithReport().Supervised().WithOpinions().By("supervision-guo");

    [Fact]
    public void The_supervision_team_asks_about_its_own_opinions_and_does_not_see_the_investigation_teams_proposals_before_the_submission()
    {
        var seat = stage.Enter(matter.Enter(inputs)).ShouldHaveSingleItem();

        (seat.Key, seat.To, seat.Walled, seat.Deadline).ShouldBe(("ask", Candidate.MembersOf(TeamKind.Supervision), true, "D10"));
        var letter = seat.Prefill.ShouldBeOfType<ConsultationLetterForm>();
        letter.Bodies.Select(body => body.Role).ShouldBe(["DISCIPLINE", "ORG_DEPT"]);
        letter.Proposals.Select(concerned => concerned.ProposalId).ShouldBe(["S1"]);
        Refusals("ask", Concluding.Letter("S1", "H3")).ShouldBe(["第十条第二句 Proposal.Unknown.Reason"]);
    }

    [Fact]
    public void After_the_submission_the_letter_is_about_every_proposal_that_still_waits()
    {
        matter.Consulted().WithSpecialReport();

        var letter = stage.Enter(matter.Enter(inputs))[0].Prefill.ShouldBeOfType<ConsultationLetterForm>();

        letter.Proposals.Select(concerned => concerned.ProposalId).ShouldBe(["H3"]);
        Refusals("ask", Concluding.Letter("H1")).ShouldBe(["第十条第二句 Proposal.LeftOut.Reason"]);
    }

    [Fact]
    public void The_bureau_asks_where_there_is_no_team_and_nobody_else_does()
    {
        var plain = new ACase().WithReport();

        stage.Enter(plain.Enter(inputs))[0].To.ShouldBe(Candidate.OfRole(Roles.Supervision));
        Should.Throw<InvalidOperationException>(() => stage.Enter(plain.Enter(new(Roles.LeadEnv)))).Message.ShouldContain("第十条第二句");
    }

    [Fact]
    public void Each_body_sees_its_letter_with_the_proposals_concerned_and_answers_for_itself()
    {
        var context = matter.Enter(inputs);

        var asked = matter.Submit(stage, context, "ask", Concluding.Letter("S1")).ShouldBeOfType<StageStep.Opening>();

        asked.Seats.Select(seat => (seat.Key, seat.To, seat.About, seat.Walled)).ShouldBe(
            [("DISCIPLINE", Candidate.OfRole("DISCIPLINE"), "纪律检查机关", true), ("ORG_DEPT", Candidate.OfRole("ORG_DEPT"), "州党委组织部", true)]);
        var shown = asked.Seats[0].Prefill.ShouldBeOfType<ConsultedOpinionForm>();
        (shown.LetterNumber, shown.Proposals.Single().Text).ShouldBe(("昌监函〔2026〕3号", "给予党内严重警告处分。"));
        matter.Submit(stage, context, "ORG_DEPT", Concluding.Answer(shown)).ShouldBe(StageStep.Wait);
        var left = matter.Submit(stage, context, "DISCIPLINE", Concluding.Answer(shown)).ShouldBeOfType<StageStep.Leaving>();
        (left.Outcome, left.Outputs["consultationNeeded"]).ShouldBe(("OpinionGiven", false));
    }

    [Fact]
    public void A_proposal_waits_until_every_body_has_answered_and_again_when_its_words_change()
    {
        var opinion = matter.File.SupervisionOpinions().Single();
        var context = matter.Enter(inputs);
        var asked = matter.Submit(stage, context, "ask", Concluding.Letter("S1")).ShouldBeOfType<StageStep.Opening>();

        matter.Submit(stage, context, "ORG_DEPT", Concluding.Answer(asked.Seats[1].Prefill));
        matter.File.AwaitsConsultation(opinion, context.Today).ShouldBeTrue();
        matter.Submit(stage, context, "DISCIPLINE", Concluding.Answer(asked.Seats[0].Prefill));

        matter.File.AwaitsConsultation(opinion, context.Today).ShouldBeFalse();
        matter.File.AwaitsConsultation(opinion with { Text = opinion.Text + "\r\n" }, context.Today).ShouldBeFalse("a line end is no word");
        matter.File.AwaitsConsultation(opinion with { Text = "开除党籍。" }, context.Today).ShouldBeTrue();
        matter.File.AwaitsConsultation(opinion with { Measure = "Removal" }, context.Today).ShouldBeTrue();
    }

    [Fact]
    public void Dissent_is_kept_and_told_to_the_teams_leader_behind_the_wall()
    {
        var context = matter.Enter(inputs);
        var asked = matter.Submit(stage, context, "ask", Concluding.Letter("S1")).ShouldBeOfType<StageStep.Opening>();
        matter.File.Notices.Clear();

        var dissent = Concluding.Answer(asked.Seats[0].Prefill) with { Position = ConsultedPosition.Differ, Opinion = "处分偏轻。" };
        matter.Submit(stage, context, "DISCIPLINE", dissent);

        matter.File.Notices.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            notice => notice.PersonId.ShouldBe("supervision-guo"), notice => notice.Walled.ShouldBeTrue(),
            notice => notice.TextKey.ShouldBe("Notice.Dissent"));
        matter.File.Latest<ConsultedOpinionForm>()!.Opinion.ShouldBe("处分偏轻。");
    }

    [Fact]
    public void Both_named_bodies_are_asked_or_it_is_said_why_not()
    {
        var one = Concluding.Letter("S1") with { Bodies = [new() { Role = "DISCIPLINE" }] };

        Refusals("ask", Concluding.Letter("S1")).ShouldBeEmpty();
        Refusals("ask", one).ShouldBe(["第十条第二句 Bodies.NotBoth.Reason"]);
        Refusals("ask", one with { WhyNotBoth = "仅涉及党纪处分。" }).ShouldBeEmpty();
        Refusals("ask", one with { Bodies = [], WhyNotBoth = "无。" }).ShouldBe(["第十条第二句 Bodies.None.Reason"]);
    }

    [Fact]
    public void Other_bodies_may_be_asked_but_none_twice_and_not_the_supervision_bureau_itself()
    {
        var letter = Concluding.Letter("S1");

        Refusals("ask", letter with { Bodies = [.. letter.Bodies, new() { Role = "AUDIT" }] }).ShouldBeEmpty();
        Refusals("ask", letter with { Bodies = [.. letter.Bodies, new() { Role = "DISCIPLINE" }] }).ShouldBe(["内部环节 Bodies.Twice.Reason"]);
        Refusals("ask", letter with { Bodies = [.. letter.Bodies, new() { Role = "SUPERVISION" }] }).ShouldBe(["内部环节 Bodies.Twice.Reason"]);
    }

    [Theory]
    [InlineData("COUNTY")]
    [InlineData("ANY_OFFICE")]
    [InlineData("ADMINISTRATOR")]
    [InlineData("NOBODY")]
    public void A_letter_goes_to_one_office_of_the_subject_and_not_to_many_or_to_nobody(string role) =>
        Refusals("ask", Concluding.Letter("S1") with { Bodies = [.. Concluding.Letter().Bodies, new() { Role = role }] })
            .ShouldBe(["第十条第二句 Body.Unknown.Reason"]);

    [Fact]
    public void An_answer_is_to_the_letter_that_was_sent_and_not_dated_ahead()
    {
        var context = matter.Enter(inputs);
        var asked = matter.Submit(stage, context, "ask", Concluding.Letter("S1")).ShouldBeOfType<StageStep.Opening>();
        var answer = Concluding.Answer(asked.Seats[0].Prefill);
        var altered = answer with { Proposals = [answer.Proposals[0] with { Text = "免予处分。" }] };

        matter.Refusals(stage, context, "DISCIPLINE", answer).ShouldBeEmpty();
        matter.Refusals(stage, context, "DISCIPLINE", altered).ShouldBe(["第十条第二句 Answer.OtherLetter.Reason"]);
        matter.Refusals(stage, context, "DISCIPLINE", answer with { AnsweredOn = new(2026, 3, 3) }).ShouldBe(["内部环节 Answer.Ahead.Reason"]);
    }

    private IReadOnlyList<string> Refusals(string seat, object form) => matter.Refusals(stage, matter.Enter(inputs), seat, form);
}
