using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>
/// Whether a definition keeps what the regulation orders. A pure function of the definition: it runs nothing and asks nobody. Warnings may be
/// saved and published, a refusal may be saved only.
/// </summary>
public sealed class StatutoryCheck(StageCatalog stages)
{
    private readonly WorkflowDefinitionReader reader = new(CheckedStage.Activities(stages));
    private readonly HashSet<string> walled = [.. stages.All.Where(stage => stage.About.Walled).Select(stage => stage.About.Type)];
    private readonly HashSet<string> stageTypes = [.. stages.All.Select(stage => stage.About.Type)];

    /// <summary>Checks a definition in Elsa 3's JSON; one that cannot even be read has its faults as findings.</summary>
    public LawReport Check(string json)
    {
        try
        {
            return Check(reader.Read(json));
        }
        catch (InvalidWorkflowDefinitionException broken)
        {
            return new(KindOfProcedure.Internal, [.. broken.Faults.Select(fault => new LawFinding(
                "S", Severity.Refusal, "", "", Citations.InternalStep, Text.Of<LawTexts>("Unreadable.Reason", fault), Text.Of<LawTexts>("Unreadable.Remedy"), []))]);
        }
    }

    private LawReport Check(WorkflowDefinition definition)
    {
        var law = LawOfFlow.Current;
        var net = FlowNetReader.Read(definition, type => stageTypes.Contains(type) || law.Forbidden.Any(forbidden => forbidden.Type == type));
        var shape = new FlowShape(net, law);
        var everything = new Reach(shape, (_, _) => false, assumed: null);
        everything.Begin(net.Steps[0], shape.Knowledge.First);
        everything.Run();

        var kind = KindOfProcedure.Of(net.Steps.Select(step => step.ShortType));
        var expected = law.Kinds.FirstOrDefault(one => one.DefinitionId == definition.DefinitionId)?.Id;
        var kinds = new[] { kind, expected ?? kind }.Distinct().ToList();
        var words = new FindingWords(stages, net);
        var orders = new Orders(shape, everything);
        var findings = new List<LawFinding>();
        if (expected is not null && expected != kind)
            findings.Add(words.Of("R15", Citations.InternalStep, "KindChanged", net.Steps[0], [Text.Of<LawTexts>("Kind." + expected), Text.Of<LawTexts>("Kind." + kind)]));
        findings.AddRange(Missing(law, kinds, net, words));
        findings.AddRange(Foreign(law, kind, net, words));
        foreach (var rule in law.Orders.Where(rule => rule.Kinds.Any(kinds.Contains)))
            findings.AddRange(orders.Broken(rule).Select(broken => words.Of(rule.Rule, rule.Citation, rule.Key, broken.Step, [broken.Step.Name], broken.Way)));
        foreach (var rule in law.Openings.Where(rule => rule.Kinds.Any(kinds.Contains)))
            findings.AddRange(orders.NotOpened(rule).Select(step => words.Of(rule.Rule, rule.Citation, rule.Key, step, [step.Name], everything.Reached.GetValueOrDefault(step.Index))));
        findings.AddRange(new LawInInputs(shape, everything).All().Concat(new LawOfAddedSteps(shape, everything, walled.Contains).All()).Select(broken => words.Of(
            broken.Rule, broken.Citation, broken.Key, broken.Step, broken.Values, severity: broken.IsWarning ? Severity.Warning : Severity.Refusal)));
        findings.AddRange(new Soundness(shape, everything).Faults().Select(fault => words.Of("S", Citations.InternalStep, fault.Key, fault.Step, fault.Values)));
        return new(kind, [.. findings.DistinctBy(finding => (finding.Rule, finding.ActivityId, finding.Reason.Key, finding.Reason.Key == "StepFault.Reason" ? finding.Reason.ToString() : ""))
            .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule.Length).ThenBy(finding => finding.Rule, StringComparer.Ordinal)]);
    }

    private static IEnumerable<LawFinding> Missing(LawOfFlow law, List<string> kinds, FlowNet net, FindingWords words)
    {
        var there = net.Steps.Select(step => step.ShortType).ToHashSet();
        return law.Stages.Where(stage => stage.RequiredIn.Any(kinds.Contains) && !there.Contains(stage.Type))
            .Select(stage => words.Of(stage.Rule, stage.Citations[0], "Missing", net.Steps[0], [words.TitleOf(stage.Type)]));
    }

    private static IEnumerable<LawFinding> Foreign(LawOfFlow law, string kind, FlowNet net, FindingWords words) =>
        from step in net.Steps
        where step.IsBeginning && law.Kinds.Any(other => other.Id != kind && other.Marks.Contains(step.ShortType)) && !law.Of(step.ShortType)!.RequiredIn.Contains(kind)
            && !law.Kinds.First(own => own.Id == kind).Marks.Contains(step.ShortType)
        select words.Of("R15", Citations.InternalStep, "Foreign", step, [step.Name, Text.Of<LawTexts>("Kind." + kind)]);
}
