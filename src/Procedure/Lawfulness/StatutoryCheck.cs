using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Workflows;

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
            var flow = new Flow(reader.Read(json), stages, stageTypes);
            return new(flow.Kind, [.. Parts(flow).SelectMany(part => part)
                .DistinctBy(finding => (finding.Rule, finding.ActivityId, finding.Reason.Key, finding.Reason.Key == "StepFault.Reason" ? finding.Reason.ToString() : ""))
                .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule.Length).ThenBy(finding => finding.Rule, StringComparer.Ordinal)]);
        }
        catch (InvalidWorkflowDefinitionException broken)
        {
            return new(KindOfProcedure.Internal, [.. broken.Found.Select(fault => new LawFinding(
                "S", Severity.Refusal, "", "", Citations.InternalStep, Text.Of<LawTexts>("Unreadable.Reason", FaultWords.Of(fault)), Text.Of<LawTexts>("Unreadable.Remedy"), []))]);
        }
    }

    /// <summary>Whether a definition may be published: the same answer, for whoever does not ask why not.</summary>
    public bool MayBePublished(string json)
    {
        try
        {
            // What costs most comes last here, and is seldom reached by what is refused.
            return Parts(new Flow(reader.Read(json), stages, stageTypes)).Reverse().SelectMany(part => part).All(finding => finding.Severity == Severity.Warning);
        }
        catch (InvalidWorkflowDefinitionException)
        {
            return false;
        }
    }

    private IEnumerable<LawFinding>[] Parts(Flow flow) =>
    [
        KindChanged(flow), Missing(flow), Foreign(flow),
        flow.Law.Orders.Where(rule => rule.Kinds.Any(flow.Kinds.Contains)).SelectMany(rule => flow.Orders.Broken(rule)
            .Select(broken => flow.Words.Of(rule.Rule, rule.Citation, rule.Key, broken.Step, [flow.Words.NameOf(broken.Step)], broken.Way))),
        flow.Law.Openings.Where(rule => rule.Kinds.Any(flow.Kinds.Contains)).SelectMany(rule => flow.Orders.NotOpened(rule)
            .Select(step => flow.Words.Of(rule.Rule, rule.Citation, rule.Key, step, [flow.Words.NameOf(step)], flow.Everything.Reached.GetValueOrDefault(step.Index)))),
        ((IEnumerable<Func<IEnumerable<LawInInputs.Broken>>>)[new LawInInputs(flow.Shape, flow.Everything).All, new LawOfAddedSteps(flow.Shape, flow.Everything, walled.Contains).All])
            .SelectMany(law => law()).Select(broken => flow.Words.Of(
                broken.Rule, broken.Citation, broken.Key, broken.Step, broken.Values, severity: broken.IsWarning ? Severity.Warning : Severity.Refusal)),
        new Soundness(flow.Shape, flow.Everything).Faults().Select(fault => flow.Words.Of("S", Citations.InternalStep, fault.Key, fault.Step, fault.Values)),
    ];

    private static IEnumerable<LawFinding> KindChanged(Flow flow) => flow.Expected is null || flow.Expected == flow.Kind ? []
        : [flow.Words.Of("R15", Citations.InternalStep, "KindChanged", flow.Net.Steps[0], [Text.Of<LawTexts>("Kind." + flow.Expected), Text.Of<LawTexts>("Kind." + flow.Kind)])];

    private static IEnumerable<LawFinding> Missing(Flow flow)
    {
        var there = flow.Net.Steps.Select(step => step.ShortType).ToHashSet();
        return flow.Law.Stages.Where(stage => stage.RequiredIn.Any(flow.Kinds.Contains) && !there.Contains(stage.Type))
            .Select(stage => flow.Words.Of(stage.Rule, stage.Citations[0], "Missing", flow.Net.Steps[0], [flow.Words.TitleOf(stage.Type)]));
    }

    private static IEnumerable<LawFinding> Foreign(Flow flow) =>
        from step in flow.Net.Steps
        where step.IsBeginning && flow.Law.Kinds.Any(other => other.Id != flow.Kind && other.Marks.Contains(step.ShortType)) && !flow.Law.Of(step.ShortType)!.RequiredIn.Contains(flow.Kind)
            && !flow.Law.Kinds.First(own => own.Id == flow.Kind).Marks.Contains(step.ShortType)
        select flow.Words.Of("R15", Citations.InternalStep, "Foreign", step, [step.Name, Text.Of<LawTexts>("Kind." + flow.Kind)]);

    // All that follows from a definition before any rule is asked.
    private sealed class Flow
    {
        public Flow(WorkflowDefinition definition, StageCatalog stages, HashSet<string> stageTypes)
        {
            Law = LawOfFlow.Current;
            Net = FlowNetReader.Read(definition, type => stageTypes.Contains(type) || Law.Forbidden.Any(forbidden => forbidden.Type == type));
            Shape = new FlowShape(Net, Law);
            Everything = new Reach(Shape, (_, _) => false, assumed: null);
            Everything.Begin(Net.Steps[0], Shape.Knowledge.First);
            Everything.Run();
            Kind = KindOfProcedure.Of(Net.Steps.Select(step => step.ShortType));
            Expected = Law.Kinds.FirstOrDefault(one => one.DefinitionId == definition.DefinitionId)?.Id;
            Kinds = [.. new[] { Kind, Expected ?? Kind }.Distinct()];
            Words = new FindingWords(stages, Net);
            Orders = new Orders(Shape, Everything);
        }

        public LawOfFlow Law { get; }

        public FlowNet Net { get; }

        public FlowShape Shape { get; }

        /// <summary>Where anything comes at all.</summary>
        public Reach Everything { get; }

        /// <summary>What it is by its stages.</summary>
        public string Kind { get; }

        /// <summary>What it must be by its name; null where the name says nothing.</summary>
        public string? Expected { get; }

        public IReadOnlyList<string> Kinds { get; }

        public FindingWords Words { get; }

        public Orders Orders { get; }
    }
}
