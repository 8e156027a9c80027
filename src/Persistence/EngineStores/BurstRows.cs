using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Persistence.EngineStores;

/// <summary>Turns what a burst of an instance without a case asks for into rows of the step's transaction.</summary>
internal sealed class BurstRows(AccountabilityDb db, WorkflowInstance instance, DateTimeOffset now)
{
    private readonly List<Bookmark> opened = [];
    private readonly List<JournalEntry> journal = [];

    /// <summary>What the step asks of other instances, by id.</summary>
    public List<string> Errands { get; } = [];

    /// <summary>State, bookmarks, journal, incidents, errands.</summary>
    public void Take(Burst burst)
    {
        foreach (var effect in burst.Effects)
            Take(effect);
        foreach (var bookmark in opened)
            db.Bookmarks.Add(StoredBookmark.Of(instance.Id, bookmark));
        if (JournaledBurst.Of(instance.Id, journal) is { } row)
            db.Journal.Add(row);
        var ends = burst.State.Status is WorkflowStatus.Finished && instance.Status is not WorkflowStatus.Finished;
        instance.Take(burst.State, now);
        if (ends && instance is { ParentId: { } parent, ParentBookmarkId: { } waiting })
            Add(Errand.Resume(NextId(), parent, waiting, ResultOf(burst.State), now));
    }

    /// <summary>Asks something of another instance.</summary>
    public void Add(Errand errand)
    {
        Errands.Add(errand.Id);
        db.Add(errand);
    }

    /// <summary>What a starter is told of what it started.</summary>
    public static JsonObject ResultOf(WorkflowState state) => new()
    {
        ["workflowInstanceId"] = state.InstanceId,
        ["status"] = state.Status.ToString(),
        ["subStatus"] = state.SubStatus.ToString(),
        ["outputs"] = new JsonObject(state.Results.Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone()))),
    };

    private void Take(Effect effect)
    {
        switch (effect)
        {
            case BookmarkCreated { Bookmark: var bookmark }:
                opened.Add(bookmark);
                break;
            case BookmarkRestored { Bookmark: var bookmark }:
                opened.Add(bookmark);
                break;
            case BookmarkBurned { Bookmark: var bookmark }:
                if (opened.RemoveAll(known => known.Id == bookmark.Id) == 0)
                    db.Bookmarks.Remove(StoredBookmark.Of(instance.Id, bookmark));
                break;
            case Journaled { Entry: var entry }:
                journal.Add(entry);
                break;
            case IncidentRaised { Incident: var incident }:
                db.Incidents.Add(StoredIncident.Of(instance.Id, instance.Version + 1, incident));
                break;
            case EventPublished published:
                Add(Errand.Tell(NextId(), instance.Id, published, now));
                break;
            case WorkflowRequested request:
                Add(Errand.Start(NextId(), instance.Id, request, now));
                break;
            case LineWritten or InstanceFinished or TaskRequested: // in the journal, in the state, in the bookmark
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "The engine asks for something that nobody here knows how to do.");
        }
    }

    private string NextId() => $"{instance.Id}:{instance.Version}:{Errands.Count}";
}
