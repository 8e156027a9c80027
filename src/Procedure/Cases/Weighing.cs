using WorkflowAccountability.Procedure.Stages.WeighGrounds;

namespace WorkflowAccountability.Procedure.Cases;

public sealed partial class CaseFile
{
    /// <summary>第十四条第（一）项: whether something calls for a stricter answer to the party.</summary>
    public bool IsAggravated(Party party) =>
        Latest<WeighGroundsForm>()?.Aggravating.Exists(row => row.PartyId == party.Id && row.Ground is not null) is true;

    /// <summary>第十四条第（三）项: whether the party is exempt.</summary>
    public bool IsExempt(Party party) =>
        Latest<WeighGroundsForm>()?.Mitigating.Exists(row =>
            row.PartyId == party.Id && row is { Ground: not null, Effect: MitigationEffect.Exempt }) is true;
}
