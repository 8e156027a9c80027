using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities.Events;
using WorkflowAccountability.Engine.Activities.Scheduling;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>
/// Several instances together: those that start others and wait for them, and those that tell each other events. As pure as the runner: it holds
/// states, and whoever uses it says what time it is.
/// </summary>
/// <param name="runner">Runs each burst.</param>
/// <param name="find">The definition to start under an id; null if there is none.</param>
public sealed class Ensemble(WorkflowRunner runner, Func<string, WorkflowDefinition?> find)
{
    private readonly List<Member> members = [];
    private readonly Queue<Action> due = new();

    /// <summary>Everything that happened, in order, with the instance that it happened in.</summary>
    public List<(string InstanceId, Effect Effect)> Effects { get; } = [];

    /// <summary>The states of all instances, the oldest first.</summary>
    public IEnumerable<WorkflowState> States => members.Select(member => member.State);

    /// <summary>The state of one instance.</summary>
    public WorkflowState this[string instanceId] => members.Single(member => member.State.InstanceId == instanceId).State;

    /// <summary>The next moment that some instance waits for; null if none waits for time.</summary>
    public DateTimeOffset? NextDue => Waiting.Select(waiting => Wake.DueAt(waiting.Bookmark)).Where(moment => moment is not null).Min();

    private IEnumerable<(Member Member, Bookmark Bookmark)> Waiting =>
        members.SelectMany(member => member.State.Bookmarks.Select(bookmark => (member, bookmark)));

    /// <summary>Starts an instance, and runs all until they wait.</summary>
    public void Start(WorkflowDefinition definition, string instanceId, JsonObject? input, DateTimeOffset now)
    {
        Begin(definition, instanceId, input, correlationId: null, now);
        RunDue();
    }

    /// <summary>Goes on at a bookmark, and runs all until they wait.</summary>
    public void Resume(string instanceId, string bookmarkId, JsonNode? input, DateTimeOffset now)
    {
        GoOn(members.Single(member => member.State.InstanceId == instanceId), bookmarkId, input, now);
        RunDue();
    }

    /// <summary>Goes on wherever the moment has come, and runs all until they wait.</summary>
    public void Elapse(DateTimeOffset now)
    {
        foreach (var (member, bookmark) in Waiting.Where(waiting => Wake.DueAt(waiting.Bookmark) <= now).ToList())
            due.Enqueue(() => GoOnIfWaiting(member, bookmark.Id, input: null, now));
        RunDue();
    }

    private void RunDue()
    {
        while (due.TryDequeue(out var next))
            next();
    }

    private Member Begin(WorkflowDefinition definition, string instanceId, JsonObject? input, string? correlationId, DateTimeOffset now)
    {
        var burst = runner.Start(definition, instanceId, input, now, trigger: null, correlationId);
        var member = new Member(definition) { State = burst.State };
        members.Add(member);
        Take(member, burst, now);
        return member;
    }

    private void GoOn(Member member, string bookmarkId, JsonNode? input, DateTimeOffset now)
    {
        var burst = runner.Resume(member.Definition, member.State, bookmarkId, input, now);
        member.State = burst.State;
        Take(member, burst, now);
    }

    private void GoOnIfWaiting(Member member, string bookmarkId, JsonNode? input, DateTimeOffset now)
    {
        if (member.State.Bookmarks.Any(bookmark => bookmark.Id == bookmarkId))
            GoOn(member, bookmarkId, input, now);
    }

    private void Take(Member member, Burst burst, DateTimeOffset now)
    {
        foreach (var effect in burst.Effects)
        {
            Effects.Add((member.State.InstanceId, effect));
            if (effect is WorkflowRequested request)
                due.Enqueue(() => StartFor(member, request, now));
            else if (effect is EventPublished published)
                due.Enqueue(() => Tell(member, published, now));
        }
        if (burst.State.Status == WorkflowStatus.Finished && member.Awaiting is { } awaiting)
        {
            member.Awaiting = null;
            due.Enqueue(() => GoOnIfWaiting(awaiting.Parent, awaiting.BookmarkId, ResultOf(member.State), now));
        }
    }

    private void StartFor(Member parent, WorkflowRequested request, DateTimeOffset now)
    {
        if (find(request.DefinitionId) is not { } definition)
        {
            if (request.BookmarkId is { } waiting)
                GoOnIfWaiting(parent, waiting, new JsonObject { ["fault"] = $"There is no published workflow '{request.DefinitionId}'." }, now);
            return;
        }
        var child = Begin(definition, request.InstanceId, request.Input, request.CorrelationId, now);
        if (request.BookmarkId is not { } bookmark)
            return;
        if (request.WaitsForEnd && child.State.Status != WorkflowStatus.Finished)
            child.Awaiting = (parent, bookmark);
        else
            due.Enqueue(() => GoOnIfWaiting(parent, bookmark, ResultOf(child.State), now));
    }

    private void Tell(Member teller, EventPublished published, DateTimeOffset now)
    {
        var listeners = Waiting.Where(waiting => Event.IsAwaitedAt(waiting.Bookmark, published.EventName)
            && (!published.IsLocal || waiting.Member == teller)
            && (string.IsNullOrEmpty(published.CorrelationId) || waiting.Member.State.CorrelationId == published.CorrelationId));
        foreach (var (member, bookmark) in listeners.ToList())
            GoOnIfWaiting(member, bookmark.Id, published.Payload, now);
    }

    private static JsonObject ResultOf(WorkflowState state) => new()
    {
        ["workflowInstanceId"] = state.InstanceId,
        ["status"] = state.Status.ToString(),
        ["subStatus"] = state.SubStatus.ToString(),
        ["outputs"] = new JsonObject(state.Results.Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone()))),
    };

    private sealed class Member(WorkflowDefinition definition)
    {
        public WorkflowDefinition Definition => definition;

        public required WorkflowState State { get; set; }

        public (Member Parent, string BookmarkId)? Awaiting { get; set; }
    }
}
