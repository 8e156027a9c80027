using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.DefinitionRunner;

/// <summary>
/// Runs one definition to its end: delays elapse on a moved clock, and where nothing but the outside could go on, the outside does: the
/// event happens, the task is answered, with nothing unless it is said with what.
/// </summary>
public static class DefinitionRun
{
    private const int MostWaits = 1_000;
    private const string InstanceId = "0000000000000001";
    private static readonly DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Runs it.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="loaded">Definitions that it may use or start.</param>
    /// <param name="input">What it is given; may be null.</param>
    /// <param name="countsVisits">Whether flowcharts use Elsa's counter-based algorithm unless they say otherwise.</param>
    /// <param name="withJournal">Whether to give the journal too.</param>
    /// <param name="stopsAtWaits">Whether to stop where only the outside could go on.</param>
    /// <param name="answer">What comes with every event and every answer from the outside; null for nothing.</param>
    /// <returns><c>{"lines": [], "outputs": {}, "status": "Finished", "subStatus": "Finished", "waited": [], "incidents": [], "journal": []}</c>;
    /// <c>waited</c> are the waits that the outside ended or would have to end, as <c>type id</c></returns>
    /// <exception cref="InvalidWorkflowDefinitionException">A definition cannot run; the exception lists every fault.</exception>
    public static JsonObject Of(string json, IReadOnlyList<string> loaded, JsonObject? input, bool countsVisits, bool withJournal, bool stopsAtWaits = false, JsonNode? answer = null)
    {
        var library = new WorkflowLibrary();
        foreach (var other in loaded)
            library.Add(other);
        var reader = new WorkflowDefinitionReader(ActivityRegistry.WithWaits(), library, countsVisits);
        var startable = loaded.Append(json).Select(reader.Read).ToList();
        var ensemble = new Ensemble(
            new WorkflowRunner(new() { FaultsAsDefined = true }),
            id => startable.FindAll(definition => definition.DefinitionId == id).MaxBy(definition => definition.Version));

        ensemble.Start(startable[^1], InstanceId, input, start);
        var now = start;
        var waited = new JsonArray();
        for (var waits = 0; waits < MostWaits && ensemble[InstanceId].Status == WorkflowStatus.Running; waits++)
            if (ensemble.NextDue is { } next)
                ensemble.Elapse(now = next > now ? next : now);
            else if (NextWait(ensemble, waited) is not var (instance, bookmark))
                break;
            else
            {
                waited.Add(NameOf(bookmark));
                if (stopsAtWaits)
                    break;
                ensemble.Resume(instance, bookmark.Id, answer?.DeepClone(), now);
            }
        return Report(ensemble, waited, withJournal);
    }

    // The one that was ended least often: a way back is taken once, and then another. Whoever waits for a child waits for what the child waits for.
    private static (string InstanceId, Bookmark Bookmark)? NextWait(Ensemble ensemble, JsonArray waited)
    {
        var open = from state in ensemble.States
                   from bookmark in state.Bookmarks
                   where bookmark.Payload?["childInstanceId"] is null
                   select (state.InstanceId, bookmark);
        var ended = waited.CountBy(wait => wait!.ToString()).ToDictionary();
        return open.OrderBy(wait => ended.GetValueOrDefault(NameOf(wait.bookmark))).Select(wait => ((string, Bookmark)?)wait).FirstOrDefault();
    }

    private static string NameOf(Bookmark bookmark) => $"{bookmark.Name} {bookmark.ActivityId}";

    private static JsonObject Report(Ensemble ensemble, JsonArray waited, bool withJournal)
    {
        var state = ensemble[InstanceId];
        var effects = ensemble.Effects;
        var report = new JsonObject
        {
            ["lines"] = new JsonArray([.. effects.Select(one => one.Effect).OfType<LineWritten>().Select(line => JsonValue.Create(line.Text))]),
            ["outputs"] = new JsonObject(state.Results.Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone()))),
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["waited"] = waited,
            ["incidents"] = new JsonArray([.. effects.Select(one => one.Effect).OfType<IncidentRaised>().Select(raised => new JsonObject
            {
                ["activityId"] = raised.Incident.ActivityId,
                ["activityType"] = raised.Incident.ActivityType,
                ["message"] = raised.Incident.Message,
            })]),
        };
        if (withJournal)
            report["journal"] = new JsonArray([.. effects.Where(one => one.Effect is Journaled).Select(one =>
                Line(one.InstanceId, ((Journaled)one.Effect).Entry))]);
        return report;
    }

    private static JsonNode? Line(string instanceId, JournalEntry entry)
    {
        var line = (JsonObject)JsonSerializer.SerializeToNode(entry, JsonSerializerOptions.Web)!;
        line.Insert(0, "workflowInstanceId", instanceId);
        return line;
    }
}
