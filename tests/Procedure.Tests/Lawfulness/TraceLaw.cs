namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>
/// What a run has done so far, and the first rule of the regulation that it broke: written from the regulation and not from the data of the check, so
/// that one can be held against the other.
/// </summary>
internal sealed record TraceLaw
{
    private static readonly string[] investigation = ["EstablishFacts", "DetermineCauses", "DefineResponsibility", "WeighGrounds", "ProposeHandling", "CompileReport"];

    private static readonly string[] afterApproval = ["DiscloseReport", "RecordRestrictions", "ImplementDecision", "MonitorFollowUp"];

    private static readonly string[] ownProcedure =
        ["ProposeTeam", "ApproveTeam", .. investigation, "DecideSupervision", "SuperviseDuties", "ConsultDiscipline", "ReleaseSpecialReport",
            "ReviewByPartyCommittee", "ReviewByGovernment", .. afterApproval];

    public string? Broken { get; private init; }

    private bool Launched { get; init; }
    private bool Superior { get; init; }
    private bool Cooperated { get; init; }
    private bool PlanProposed { get; init; }
    private bool PlanApproved { get; init; }
    private string Signed { get; init; } = "";
    private bool Weighed { get; init; }
    private bool Reported { get; init; }
    private bool SupervisionDecided { get; init; }
    private bool SupervisionStarted { get; init; }
    private bool Opinions { get; init; }
    private bool SpecialReport { get; init; }
    public bool MustConsult { get; private init; }
    public bool PartyApproved { get; private init; }
    public bool GovernmentApproved { get; private init; }
    private bool Measures { get; init; }
    private bool Implemented { get; init; }
    private bool Published { get; init; }
    private bool Restricted { get; init; }
    private bool FollowedUp { get; init; }
    private bool ReferralSettled { get; init; }
    private bool Closed { get; init; }

    /// <summary>A stage opens.</summary>
    public TraceLaw Begin(string stage) => this with
    {
        Broken = Broken
            ?? (ownProcedure.Contains(stage) && !Launched ? "R1 before the launch: " + stage : null)
            ?? (stage == "ApproveTeam" && !PlanProposed ? "R2 no plan was proposed" : null)
            ?? (investigation.Contains(stage) && !PlanApproved ? "R2 the team is not approved: " + stage : null)
            ?? (stage == "CompileReport" && Signed.Length < 4 ? "R3 the report before its parts" : null)
            ?? (stage == "ProposeHandling" && !Weighed ? "R12 proposals before the grounds were weighed" : null)
            ?? (stage is "SuperviseDuties" or "ReleaseSpecialReport" && !SupervisionStarted ? "R4 supervision was not started: " + stage : null)
            ?? (stage == "ReleaseSpecialReport" && !Opinions ? "R4 the special report before the opinions" : null)
            ?? (stage.StartsWith("ReviewBy", StringComparison.Ordinal) ? BeginReview() : null)
            ?? (afterApproval.Contains(stage) && !(PartyApproved && GovernmentApproved) ? "R7 not approved by both: " + stage : null)
            ?? (stage == "MonitorFollowUp" && Measures && !Implemented ? "R9 follow-up before the measures" : null)
            ?? (stage == "CloseCase" ? Unfinished() : null),
    };

    /// <summary>A stage is left.</summary>
    public TraceLaw Leave(string stage, string outcome, bool said) => (stage, outcome) switch
    {
        ("LaunchInvestigation", _) => this with { Launched = outcome == "Launched", Superior = outcome == "SuperiorInvestigates" },
        ("CooperateWithSuperior", _) => this with { Cooperated = true },
        ("ProposeTeam", _) => this with { PlanProposed = true, PlanApproved = false },
        ("ApproveTeam", _) => this with { PlanApproved = outcome == "Approved", PlanProposed = outcome == "Approved" },
        ("WeighGrounds", _) => this with { Weighed = true },
        ("CompileReport", "Released") => this with { Reported = true, MustConsult = said, PartyApproved = false, GovernmentApproved = false },
        ("CompileReport", _) => this with { Reported = false },
        ("DecideSupervision", _) => this with { SupervisionDecided = true, SupervisionStarted = outcome == "Started" },
        ("SuperviseDuties", _) => this with { Opinions = true },
        ("ConsultDiscipline", _) => this with { MustConsult = false },
        ("ReleaseSpecialReport", "Released") => this with { SpecialReport = true, MustConsult = said },
        ("ReleaseSpecialReport", _) => this with { SpecialReport = false, Opinions = false },
        ("ReviewByPartyCommittee", "Approved") => this with { PartyApproved = true, Measures = said },
        ("ReviewByGovernment", "Approved") => this with { GovernmentApproved = true, Measures = said },
        ("ReviewByPartyCommittee" or "ReviewByGovernment", _) => this with { PartyApproved = false, GovernmentApproved = false, Reported = false, SpecialReport = false },
        ("DiscloseReport", _) => this with { Published = true },
        ("RecordRestrictions", _) => this with { Restricted = true },
        ("ImplementDecision", _) => this with { Implemented = true },
        ("MonitorFollowUp", _) => this with { FollowedUp = outcome == "Confirmed", Implemented = Implemented && outcome == "Confirmed" },
        ("ReferCase", _) => this with { ReferralSettled = outcome == "NotNeeded" },
        ("CloseCase", _) => this with { Closed = true },
        ("EstablishFacts", _) => Section('1', outcome),
        ("DetermineCauses", _) => Section('2', outcome),
        ("DefineResponsibility", _) => Section('3', outcome),
        ("ProposeHandling", _) => Section('4', outcome),
        _ => this,
    };

    /// <summary>What a decision opened, after all that it sets off has come to rest.</summary>
    public TraceLaw Rest(string stage, string outcome, IReadOnlyCollection<string> open) => this with
    {
        Broken = Broken
            ?? (stage == "LaunchInvestigation" && outcome == "Launched" && !open.Contains("DecideSupervision") && !SupervisionDecided ? "R4 supervision cannot decide after the launch" : null)
            ?? (stage == "LaunchInvestigation" && outcome == "Launched" && !open.Contains("ReferCase") && !ReferralSettled ? "R11 no referral after the launch" : null)
            ?? (stage == "LaunchInvestigation" && outcome == "SuperiorInvestigates" && !open.Contains("CooperateWithSuperior") ? "R14 no cooperation" : null),
    };

    /// <summary>The workflow is over.</summary>
    public TraceLaw End(AtTheEnd asked) => this with
    {
        Broken = Broken ?? asked switch
        {
            AtTheEnd.Nothing => null,
            AtTheEnd.Cooperated => Cooperated ? null : "R14 the track ends without cooperation",
            _ => Unfinished() ?? (Closed ? null : "it ends without having been closed"),
        },
    };

    private string? BeginReview() => !Reported ? "R7 no report was submitted"
        : !SupervisionDecided ? "R4 the review before supervision decided"
        : MustConsult ? "R5 not consulted"
        : SupervisionStarted && !SpecialReport ? "R6 without the special report" : null;

    private string? Unfinished() => Superior && !Cooperated ? "R14 without cooperation"
        : !Launched ? null
        : !(PartyApproved && GovernmentApproved) ? "R7 closed without both approvals"
        : !Published ? "R8 not disclosed"
        : !Restricted ? "R10 no restrictions recorded"
        : !FollowedUp ? "R9 not followed up"
        : !ReferralSettled ? "R11 referral not settled" : null;

    private TraceLaw Section(char section, string outcome) => this with
    {
        Signed = outcome == "SignedOff" ? string.Concat(Signed.Append(section).Distinct().Order()) : Signed.Replace(section.ToString(), "", StringComparison.Ordinal),
    };
}
