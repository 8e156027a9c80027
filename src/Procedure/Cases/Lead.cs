using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>第十六条第一款: the scale of the day on which the acts ended, among those that the case is bound to.</summary>
    public RuleSet Scale => ScaleFor(Latest<RegisterLeadForm>());

    /// <summary>第十六条第一款: the same for a lead that is still being written; while the acts go on, the scale of the day on which the case was opened.</summary>
    public RuleSet ScaleFor(RegisterLeadForm? lead) => Rules.Scales.Deciding(ActsOn(lead));

    /// <summary>The day whose rules hold for the substance: the last of the acts, or the day on which the case was opened while they go on.</summary>
    public DateOnly ActsOn(RegisterLeadForm? lead) => lead?.ActsTo ?? BeijingTime.DayOf(OpenedAt);

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
