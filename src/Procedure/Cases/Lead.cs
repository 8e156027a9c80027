using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>第十六条第一款: the day whose scale the case is bound to, so that a later scale changes nothing in it.</summary>
    public DateOnly ScaleOn => BeijingTime.DayOf(OpenedAt);

    /// <summary>第十四条第（二）项: the day on which the case's version of the regulation was issued.</summary>
    public DateOnly RegulationIssuedOn => Regulation.IssuedOn;

    /// <summary>The version of the regulation that the case is bound to, word for word.</summary>
    public RegulationText Regulation => RegulationText.Bound(RegulationVersion);

    /// <summary>第六条: the items that the lead, or the advice that differed from it, holds to be met.</summary>
    public IReadOnlyList<ClaimedGround> ClaimedGrounds() =>
        Latest<LeadAdviceForm>() is { Grounds: [_, ..] advised } ? advised : Latest<RegisterLeadForm>()?.Grounds ?? [];

    /// <summary>第七条第一句: the items under which the government launched the investigation.</summary>
    public IReadOnlyList<ClaimedGround> LaunchGrounds() => Latest<LaunchInvestigationForm>()?.Grounds ?? [];
}
