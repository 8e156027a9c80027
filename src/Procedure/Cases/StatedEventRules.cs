using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Cases;

public static class StatedEventRules
{
    /// <summary>第十六条第一款: every stated fact can be held against the scale.</summary>
    public static Ruling IsReadable(StatedEvent stated, RuleSet scale)
    {
        var answer = stated.Classify(scale);
        return Ruling.Require(!answer.IsRefused, "第十六条第一款",
            Text.Of<FormTexts>("Event.Unreadable.Reason", string.Join("; ", answer.Faults)), Text.Of<FormTexts>("Event.Unreadable.Remedy"));
    }

    /// <summary>第十六条第一款: only deaths caused directly by the pollution count, so they are a part of all deaths.</summary>
    public static Ruling DeathsAreAPartOfAll(StatedEvent stated) => Ruling.Require(
        stated.Deaths is null || stated.DeathsTotal is null || stated.Deaths <= stated.DeathsTotal, "第十六条第一款",
        Text.Of<FormTexts>("Event.Deaths.Reason", stated.Deaths, stated.DeathsTotal), Text.Of<FormTexts>("Event.Deaths.Remedy"));
}
