using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Workflows.Comparing;

/// <summary>Says in sentences which steps came, went and moved, and what follows on what.</summary>
internal sealed class FlowSentences(ComparedVersion before, ComparedVersion after, StepNames names)
{
    private readonly ILookup<string, Hop> intoBefore = before.Ways(_ => false).ToLookup(hop => hop.To);
    private readonly ILookup<string, Hop> outBefore = before.Ways(_ => false).ToLookup(hop => ComparedVersion.StepOf(hop.From));
    private readonly ILookup<string, Hop> intoAfter = after.Ways(_ => false).ToLookup(hop => hop.To);
    private readonly ILookup<string, Hop> outAfter = after.Ways(_ => false).ToLookup(hop => ComparedVersion.StepOf(hop.From));

    public DefinitionChange Added(ComparedStep step) =>
        new(ChangeKind.Added, null, step.Step.ActivityId, Placed("Added", step, after, intoAfter, outAfter)) { Roles = StepNames.RolesOf(step) };

    public DefinitionChange Removed(ComparedStep step) =>
        new(ChangeKind.Removed, step.Step.ActivityId, null, Placed("Removed", step, before, intoBefore, outBefore)) { Roles = StepNames.RolesOf(step) };

    public DefinitionChange Moved(ComparedStep step)
    {
        var was = before.Steps[step.Key];
        return new(ChangeKind.Moved, was.Step.ActivityId, step.Step.ActivityId, Text.Of<DifferenceTexts>("Moved", names.Of(step),
            Places(intoBefore[step.Key], before), Places(intoAfter[step.Key], after))) { Roles = [.. StepNames.RolesOf(was).Union(StepNames.RolesOf(step))] };
    }

    /// <summary>What follows on a port now, where it was something else before; a sentence for each port.</summary>
    public IEnumerable<DefinitionChange> Ways(FlowDifference flow)
    {
        foreach (var port in flow.Gone.Concat(flow.Come).Select(hop => (hop.From, hop.Port)).Distinct())
        {
            var (gone, come) = (Targets(flow.Gone, port), Targets(flow.Come, port));
            var key = ComparedVersion.StepOf(port.From);
            var (was, now) = (before.Steps.GetValueOrDefault(key), after.Steps.GetValueOrDefault(key));
            var place = Place(port.From, port.Port, now is null ? before : after);
            var words = (gone.Count, come.Count) switch
            {
                (0, _) => Text.Of<DifferenceTexts>("Way.Added", place, To(come, after)),
                (_, 0) => Text.Of<DifferenceTexts>("Way.Removed", place, To(gone, before)),
                _ => Text.Of<DifferenceTexts>("Way.Changed", place, To(gone, before), To(come, after)),
            };
            yield return new(ChangeKind.Ways, was?.Step.ActivityId, now?.Step.ActivityId, words)
            {
                Roles = [.. gone.Concat(come).Append(key).Select(ComparedVersion.StepOf)
                    .SelectMany(at => StepNames.RolesOf(before.Steps.GetValueOrDefault(at)).Union(StepNames.RolesOf(after.Steps.GetValueOrDefault(at)))).Distinct()],
            };
        }
    }

    private static List<string> Targets(IReadOnlyList<Hop> hops, (string From, string Port) port) =>
        [.. hops.Where(hop => (hop.From, hop.Port) == port).Select(hop => hop.To).Distinct()];

    private Text Placed(string key, ComparedStep step, ComparedVersion version, ILookup<string, Hop> into, ILookup<string, Hop> outOf)
    {
        var (from, to) = (into[step.Key].Where(hop => ComparedVersion.StepOf(hop.From) != step.Key).ToList(), Onward(step, outOf));
        var (kind, name, who) = (StepNames.KindOf(step), names.Of(step), names.WhoDoes(step));
        if (step.IsMark)
            return Text.Of<DifferenceTexts>(key + ".Mark", kind, name);
        var targets = to.Select(hop => hop.To).Distinct().ToList();
        return (from.Count, targets.Count) switch
        {
            (0, 0) => Text.Of<DifferenceTexts>(key + ".Alone", kind, name, who),
            (0, _) => Text.Of<DifferenceTexts>(key + ".Before", kind, name, who, To(targets, version)),
            (_, 0) => Text.Of<DifferenceTexts>(key + ".After", kind, name, who, Places(from, version)),
            (_, 1) => Text.Of<DifferenceTexts>(key + ".Between", kind, name, who, Places(from, version), To(targets, version)),
            _ => Text.Of<DifferenceTexts>(key + ".Ways", kind, name, who, Places(from, version), Said.All([.. to.GroupBy(hop => hop.Port).Select(port =>
                InWords(Text.Of<DifferenceTexts>("Onward", names.Port(step, port.Key), To([.. port.Select(hop => hop.To).Distinct()], version))))])),
        };
    }

    // A container is left at its end; what it begins with is its own affair.
    private static List<Hop> Onward(ComparedStep step, ILookup<string, Hop> outOf) =>
        [.. outOf[step.Key].Where(hop => step.Activity is not Container || ComparedVersion.ContainerEnding(hop.From) is not null)];

    private Said Places(IEnumerable<Hop> hops, ComparedVersion version) =>
        Said.All([.. hops.Select(hop => (hop.From, hop.Port)).Distinct().Select(hop => Place(hop.From, hop.Port, version))]);

    private Said To(IReadOnlyList<string> keys, ComparedVersion version) => Said.All([.. keys.Select(key => InWords(NameOf(key, version)))]);

    private Said Place(string key, string port, ComparedVersion version)
    {
        if (version.Steps.GetValueOrDefault(ComparedVersion.StepOf(key)) is not { } step)
            return InWords(Text.Of<DifferenceTexts>("Start"));
        if (step.Activity is Container)
            return InWords(ComparedVersion.ContainerEnding(key) is null ? Text.Of<DifferenceTexts>("Place.Begins", names.Of(step)) : Text.Of<DifferenceTexts>("Place", names.Of(step)));
        return InWords(step.Activity.Outcomes.Count > 1
            ? Text.Of<DifferenceTexts>("Place.By", names.Of(step), names.Port(step, port)) : Text.Of<DifferenceTexts>("Place", names.Of(step)));
    }

    private Text NameOf(string key, ComparedVersion version) => key == ComparedVersion.End ? Text.Of<DifferenceTexts>("End")
        : ComparedVersion.ContainerEnding(key) is { } container ? Text.Of<DifferenceTexts>("Place.Ends", names.Of(version.Steps[container]))
        : Text.Of<DifferenceTexts>("Place", names.Of(version.Steps[key]));

    private static Said InWords(Text text) => new(text.In);
}
