using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Tests.Workflows;

/// <summary>Where the shipped procedure leads, outcome by outcome, without any form.</summary>
public sealed class ProcedureFlowTests
{
    private static readonly WorkflowDefinition procedure =
        new DefinitionCatalog(new StageCatalog()).Reader.Read(ShippedDefinition.Accountability.Json);

    private static readonly DateTimeOffset now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    // A busy machine is not what these tests are about.
    private readonly WorkflowRunner runner = new(new WorkflowRunnerOptions { Scripts = new() { Time = TimeSpan.FromMinutes(1) } });
    private WorkflowState state;

    public ProcedureFlowTests() => state = runner.Start(procedure, "instance", input: null, now).State;

    private string[] Open => [.. state.Bookmarks.Select(bookmark => bookmark.ActivityId).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("RegisterLead OutOfScope")]
    [InlineData("RegisterLead Insufficient")]
    [InlineData("RegisterLead ProposeLaunch", "LaunchInvestigation NotLaunched")]
    [InlineData("RegisterLead ProposeLaunch", "LaunchInvestigation SuperiorInvestigates", "CooperateWithSuperior Concluded")]
    public void A_lead_that_leads_to_no_investigation_of_its_own_goes_straight_to_the_archive(params string[] steps)
    {
        Play(steps);

        Open.ShouldBe(["CloseCase"]);
        Play("CloseCase Closed");
        state.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void A_launch_opens_the_team_the_supervision_bureaus_decision_and_the_way_to_a_referral()
    {
        Launch();

        Open.ShouldBe(["DecideSupervision", "ProposeTeam", "ReferCase"]);
    }

    [Fact]
    public void An_investigation_report_waits_for_the_special_report()
    {
        Launch();
        Investigate();
        Play(
            "DecideSupervision Started supervisionStarted=true", "SuperviseDuties OpinionsGiven disciplineNeeded=true",
            "ConsultDiscipline OpinionGiven consultationNeeded=false");

        Open.ShouldBe(["ReferCase", "ReleaseSpecialReport"]);
        Play("ReleaseSpecialReport Released consultationNeeded=false");
        Open.ShouldBe(["ReferCase", "ReviewByGovernment", "ReviewByPartyCommittee"]);
    }

    [Fact]
    public void What_still_has_to_be_consulted_on_is_consulted_on_after_the_submission_and_before_both_reviews()
    {
        Launch();
        Play("DecideSupervision NotNeeded supervisionStarted=false");
        Investigate(consultationNeeded: true);

        Open.ShouldBe(["ConsultBeforeReview", "ReferCase"]);
        Play("ConsultBeforeReview OpinionGiven consultationNeeded=false");
        Open.ShouldBe(["ReferCase", "ReviewByGovernment", "ReviewByPartyCommittee"]);
    }

    [Fact]
    public void A_return_by_one_body_closes_the_others_review_and_both_reports_are_released_again_while_the_way_to_a_referral_stays_open()
    {
        Supervised();
        Play(
            "ReviewByPartyCommittee Approved partyApproved=true hasMeasures=false",
            "ReviewByGovernment Returned governmentApproved=false hasMeasures=false");

        Open.ShouldBe(["CompileReport", "ReferCase", "ReleaseSpecialReport"]);
        Play("CompileReport BackToSection backTo=Responsibility");
        Open.ShouldBe(["DefineResponsibility", "ReferCase", "ReleaseSpecialReport"]);
        Play(
            "ReleaseSpecialReport BackToOpinions consultationNeeded=false", "ReviseOpinions OpinionsGiven disciplineNeeded=false",
            "ReleaseSpecialReport Released consultationNeeded=false");
        Play(
            "ReferCase Referred", "DefineResponsibility SignedOff", "WeighGrounds Weighed", "ProposeHandling SignedOff",
            "CompileReport Released consultationNeeded=false");
        Open.ShouldBe(["ReferCase", "ReviewByGovernment", "ReviewByPartyCommittee"]);
        Approve(hasMeasures: true);
        Open.ShouldBe(["DiscloseReport", "ImplementDecision", "RecordRestrictions", "ReferCase"]);
    }

    /// <summary>第十条第二句: opinions that were revised and newly need it are consulted on before the special report is released.</summary>
    [Fact]
    public void Revised_opinions_that_need_it_are_consulted_on_before_the_special_report_is_released()
    {
        Supervised();
        Play(
            "ReviewByPartyCommittee Returned partyApproved=false hasMeasures=false",
            "ReleaseSpecialReport BackToOpinions consultationNeeded=false", "ReviseOpinions OpinionsGiven disciplineNeeded=true");

        Open.ShouldBe(["CompileReport", "ConsultAfterRevision", "ReferCase"]);
        Play("ConsultAfterRevision OpinionGiven consultationNeeded=false");
        Open.ShouldBe(["CompileReport", "ReferCase", "ReleaseSpecialReport"]);
    }

    [Fact]
    public void A_return_of_a_report_without_an_independent_inquiry_asks_the_supervision_bureau_again()
    {
        Launch();
        Investigate();
        Play("DecideSupervision NotNeeded supervisionStarted=false", "ReviewByGovernment Returned governmentApproved=false hasMeasures=false");

        Open.ShouldBe(["CompileReport", "DecideSupervision", "ReferCase"]);
        Play("CompileReport Released consultationNeeded=false", "DecideSupervision Started supervisionStarted=true");
        Open.ShouldBe(["ReferCase", "SuperviseDuties"]);
    }

    [Fact]
    public void A_return_before_the_other_body_has_decided_takes_its_review_back()
    {
        Supervised();

        Play("ReviewByPartyCommittee Returned partyApproved=false hasMeasures=false");

        Open.ShouldBe(["CompileReport", "ReferCase", "ReleaseSpecialReport"]);
    }

    [Theory]
    [InlineData("Facts", "EstablishFacts")]
    [InlineData("Causes", "DetermineCauses")]
    [InlineData("Responsibility", "DefineResponsibility")]
    [InlineData("Grounds", "WeighGrounds")]
    [InlineData("Proposals", "ProposeHandling")]
    public void The_leader_opens_the_section_that_he_names(string section, string stage)
    {
        Launch();
        Play(
            "ProposeTeam Proposed", "ApproveTeam Returned", "ProposeTeam Proposed", "ApproveTeam Approved",
            "EstablishFacts BackToSection", "EstablishFacts SignedOff",
            "DetermineCauses SignedOff", "DefineResponsibility SignedOff", "WeighGrounds Weighed", "ProposeHandling SignedOff",
            $"CompileReport BackToSection backTo={section}");

        Open.ShouldBe(["DecideSupervision", "ReferCase", stage], ignoreOrder: true);
    }

    [Fact]
    public void The_case_closes_only_when_published_recorded_followed_up_and_with_no_referral_left()
    {
        Supervised();
        Approve(hasMeasures: true);

        Play(
            "ImplementDecision Done", "MonitorFollowUp NotYet", "ImplementDecision Done", "MonitorFollowUp Confirmed",
            "RecordRestrictions Recorded", "DiscloseReport Published");
        Open.ShouldBe(["ReferCase"]);
        Play("ReferCase Referred", "ReferCase NotNeeded");
        Open.ShouldBe(["CloseCase"]);
        Play("CloseCase Closed");
        state.Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Fact]
    public void Where_no_measure_was_decided_both_offices_still_follow_up_as_often_as_it_takes()
    {
        Supervised();
        Approve(hasMeasures: false);

        Play("MonitorFollowUp NotYet");

        Open.ShouldBe(["DiscloseReport", "MonitorFollowUp", "RecordRestrictions", "ReferCase"]);
    }

    private void Launch() => Play("RegisterLead ProposeLaunch", "LaunchInvestigation Launched");

    private void Investigate(bool consultationNeeded = false) => Play(
        "ProposeTeam Proposed", "ApproveTeam Approved", "EstablishFacts SignedOff", "DetermineCauses SignedOff",
        "DefineResponsibility SignedOff", "WeighGrounds Weighed",
        "ProposeHandling SignedOff", $"CompileReport Released consultationNeeded={consultationNeeded}");

    private void Supervised()
    {
        Launch();
        Investigate();
        Play(
            "DecideSupervision Started supervisionStarted=true", "SuperviseDuties OpinionsGiven disciplineNeeded=false",
            "ReleaseSpecialReport Released consultationNeeded=false");
    }

    private void Approve(bool hasMeasures) => Play(
        "ReviewByGovernment Approved governmentApproved=true hasMeasures=false",
        $"ReviewByPartyCommittee Approved partyApproved=true hasMeasures={hasMeasures}");

    private void Play(params string[] steps)
    {
        foreach (var step in steps)
        {
            var words = step.Split(' ');
            var waiting = state.Bookmarks.Single(bookmark => bookmark.ActivityId == words[0]);
            var outputs = words[2..].Select(output => output.Split('=')).Select(output => KeyValuePair.Create(output[0], Value(output[1])));
            var left = new JsonObject { ["outcome"] = words[1], ["outputs"] = new JsonObject(outputs) };
            state = runner.Resume(procedure, state, waiting.Id, left, now).State;
            state.Incidents.ShouldBeEmpty(step);
        }
    }

    private static JsonNode? Value(string text) => bool.TryParse(text, out var flag) ? flag : text;
}
