using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.WeighGrounds;

public static class WeighingRules
{
    /// <summary>第十四条第（一）项: what aggravates is weighed for every person.</summary>
    public static Ruling AggravationIsWeighed(WeighGroundsForm form, Party person) => Ruling.Require(
        form.Aggravating.Exists(row => row.PartyId == person.Id), "第十四条第（一）项",
        Text.Of<WeighGroundsStage>("Person.NoAggravation.Reason", person.Name), Text.Of<WeighGroundsStage>("Person.NoAggravation.Remedy"));

    /// <summary>第十四条第（三）项: what exempts or mitigates is weighed for every person.</summary>
    [Clause("第五条")]
    [Clause("第十四条第（三）项")]
    public static Ruling MitigationIsWeighed(WeighGroundsForm form, Party person) => Ruling.Require(
        form.Mitigating.Exists(row => row.PartyId == person.Id), "第十四条第（三）项",
        Text.Of<WeighGroundsStage>("Person.NoMitigation.Reason", person.Name), Text.Of<WeighGroundsStage>("Person.NoMitigation.Remedy"));

    /// <summary>第十四条第（一）项: a ground comes with seriousness, intent and proof; no ground comes with the reason.</summary>
    public static Ruling IsWhole(Aggravation row, int number) => Ruling.Require(
        row.Ground is null ? IsSaid(row.NoneBecause) : IsSaid(row.Seriousness) && IsSaid(row.Intent) && IsSaid(row.Evidence),
        "第十四条第（一）项" + (row.Ground is { } ground ? $"第{(int)ground + 1}目" : ""),
        Text.Of<WeighGroundsStage>("Aggravation.NotWhole.Reason", number), Text.Of<WeighGroundsStage>("Aggravation.NotWhole.Remedy"));

    /// <summary>第十四条第（三）项: a ground comes with effect and proof (第4目 with the measures taken too), no ground with the reason.</summary>
    public static Ruling IsWhole(Mitigation row, int number) => Ruling.Require(
        row.Ground is null ? IsSaid(row.NoneBecause)
            : row.Effect is not null && IsSaid(row.Evidence)
                && (row.Ground != MitigatingGround.NaturalDisaster || IsSaid(row.MeasuresTaken)),
        "第十四条第（三）项" + (row.Ground is { } ground ? $"第{(int)ground + 1}目" : ""),
        Text.Of<WeighGroundsStage>("Mitigation.NotWhole.Reason", number), Text.Of<WeighGroundsStage>("Mitigation.NotWhole.Remedy"));

    /// <summary>内部环节: only parties of this case are weighed.</summary>
    public static Ruling IsAParty(CaseFile file, string partyId) => Ruling.Require(
        file.Parties.Exists(party => party.Id == partyId), "内部环节",
        Text.Of<WeighGroundsStage>("Row.NoParty.Reason", partyId), Text.Of<WeighGroundsStage>("Row.NoParty.Remedy"));

    private static bool IsSaid(string? words) => !string.IsNullOrWhiteSpace(words);
}
