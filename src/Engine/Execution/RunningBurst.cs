using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Activities.Composition;
using WorkflowAccountability.Engine.Activities.Flowcharts;
using WorkflowAccountability.Engine.Activities.Looping;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;

namespace WorkflowAccountability.Engine.Execution;

/// <summary>One burst while it runs: a queue of activities, a state of its own to change, and the effects so far.</summary>
internal sealed class RunningBurst(WorkflowDefinition definition, WorkflowState state, WorkflowRunnerOptions options, DateTimeOffset now)
{
    private readonly Queue<ActivityInstance> queue = new();
    private readonly List<Effect> effects = [];
    private readonly List<(Activity Activity, string Output, JsonNode? Value)> given = [];
    private int steps;
    private bool isFaulted;

    public WorkflowDefinition Definition => definition;

    public WorkflowState State => state;

    public WorkflowRunnerOptions Options => options;

    public DateTimeOffset Now => now;

    /// <summary>The activity by which the instance was started; null if it begins where it begins.</summary>
    public Trigger? Trigger { get; init; }

    public JsonNode? LastResult => given.FindLast(output => output.Output == "result").Value;

    /// <summary>Keeps what an activity gave, for the scripts of this burst only: the state does not grow with history.</summary>
    public void Remember(Activity activity, string output, JsonNode? value) => given.Add((activity, output, value?.DeepClone()));

    public JsonNode? Remembered(string activity, string? output) => given.FindLast(one =>
        (one.Activity.Id == activity || one.Activity.Name == activity)
        && (output is null || string.Equals(one.Output, output, StringComparison.OrdinalIgnoreCase))).Value;

    /// <summary>Keeps for the journal what an activity gave or wrote, where values are journaled.</summary>
    public void Note(ActivityInstance instance, string name, JsonNode? value)
    {
        if (options.JournalsValues)
            (instance.Noted ??= [])[name] = Journaled.Short(value);
    }

    public Burst Run()
    {
        while (queue.TryDequeue(out var next))
            if (!next.IsOver)
                Execute(next);
        if (isFaulted && state.Status == WorkflowStatus.Running)
            CancelAll("An activity failed.", WorkflowSubStatus.Faulted);
        if (state.Status == WorkflowStatus.Running)
            Suspend();
        return new(state, effects);
    }

    public void Schedule(
        Activity activity, ActivityInstance? parent, IReadOnlyList<Descent> lineage, Dictionary<string, JsonNode?>? locals = null, bool cameBack = false,
        IReadOnlyList<string>? lostAt = null)
    {
        var instance = new ActivityInstance
        {
            Id = NextId(),
            NodeId = activity.NodeId,
            ParentId = parent?.Id,
            Lineage = lineage,
            Locals = locals,
            CameBack = cameBack,
            LostAt = lostAt,
            Activity = activity,
            IsQueued = true,
        };
        state.Activities.Add(instance);
        queue.Enqueue(instance);
    }

    public void Resume(Bookmark bookmark, JsonNode? input)
    {
        Burn(bookmark, cancelled: false);
        var instance = state.Activities.Single(activity => activity.Id == bookmark.ActivityInstanceId);
        Write("Resumed", instance, payload: options.JournalsValues ? Journaled.Short(input) : null);
        Step(instance, context => instance.Activity.Resume(context, bookmark, input));
    }

    /// <summary>This state was once left for another; now it is taken up again, and what the other opened is burned.</summary>
    public void TakeBack(WorkflowState left, Bookmark resumed, string reason)
    {
        (state.LastId, state.LastJournalSequence) = (left.LastId, left.LastJournalSequence);
        foreach (var opened in left.OpenBookmarks.Where(bookmark => state.OpenBookmarks.TrueForAll(known => known.Id != bookmark.Id)))
            Emit(new BookmarkBurned(opened, Cancelled: true));
        foreach (var closed in state.OpenBookmarks.Where(bookmark => left.OpenBookmarks.TrueForAll(known => known.Id != bookmark.Id)))
            Emit(new BookmarkRestored(closed));
        Write("Recalled", state.Activities.Single(activity => activity.Id == resumed.ActivityInstanceId), message: reason);
    }

    public void Retry(ActivityInstance failed)
    {
        Forget(failed);
        Schedule(failed.Activity, state.Activities.Find(activity => activity.Id == failed.ParentId), failed.Lineage);
    }

    public void Complete(ActivityInstance instance, IReadOnlyList<string> outcomes)
    {
        (instance.Activity as WorkflowDefinitionActivity)?.GiveBack(this, instance);
        CancelContents(instance, $"'{instance.Activity.Id}' was completed.");
        Forget(instance);
        Write("Completed", instance, outcomes);
        if (instance.Activity is Finish || instance.ParentId is null)
            FinishWorkflow();
        else if (instance.Activity is Break or Activities.Composition.Complete)
            Leave(instance, outcomes);
        else if (ParentOf(instance) is { Activity: Container container } parent)
            Guarded(parent, () => container.ChildCompleted(this, parent, instance, outcomes));
    }

    /// <summary>The execution of the container around it; null for the root.</summary>
    public ActivityInstance? ParentOf(ActivityInstance instance)
    {
        if (instance.ParentId is { } parent)
            foreach (var activity in state.Activities)
                if (activity.Id == parent)
                    return activity;
        return null;
    }

    /// <summary>The execution, or that of a container around it, of the nearest activity of this kind.</summary>
    public ActivityInstance? Around<TActivity>(ActivityInstance instance)
    {
        for (var at = instance; at is not null; at = ParentOf(at))
            if (at.Activity is TActivity)
                return at;
        return null;
    }

    public void Cancel(ActivityInstance instance, string reason)
    {
        CancelContents(instance, reason);
        Forget(instance);
        if (!instance.IsQueued)
            Write("Canceled", instance, message: reason);
    }

    public void CancelAll(string reason, WorkflowSubStatus ending)
    {
        while (state.Activities is [var first, ..])
            Cancel(first, reason);
        (state.Status, state.SubStatus) = (WorkflowStatus.Finished, ending);
    }

    /// <summary>A join in a flowchart waits in vain.</summary>
    public void Strand(ActivityInstance flowchart, Activity join, string message) => Raise(flowchart, join, message, "StrandedJoin");

    public Bookmark CreateBookmark(ActivityInstance instance, JsonNode? payload, string name)
    {
        var bookmark = new Bookmark(NextId(), name, instance.Activity.Id, instance.NodeId, instance.Id, payload, now);
        state.OpenBookmarks.Add(bookmark);
        Emit(new BookmarkCreated(bookmark));
        return bookmark;
    }

    public void Emit(Effect effect) => effects.Add(effect);

    public IEnumerable<ActivityInstance> Children(ActivityInstance container) =>
        state.Activities.Where(activity => activity.ParentId == container.Id);

    /// <summary>Whether anything in a container runs or waits.</summary>
    public bool HasChildren(ActivityInstance container)
    {
        foreach (var activity in state.Activities)
            if (activity.ParentId == container.Id)
                return true;
        return false;
    }

    /// <summary>The variables that an activity sees, the nearest first.</summary>
    public IEnumerable<LiveScope> Scopes(ActivityInstance instance)
    {
        // A workflow used as an activity stands outside of what it contains: its inputs and outputs belong to the workflow around it.
        for (var at = instance.Activity is WorkflowDefinitionActivity ? ParentOf(instance) : instance; at is not null; at = ParentOf(at))
        {
            if (at is { Activity: Container container, Variables: { } values })
                yield return new(container.Variables, values);
            if (at.Locals is { } locals)
                yield return new([.. locals.Keys.Select(name => new Variable(name, name, "Object", IsArray: false, InitialValue: null))], locals);
        }
        yield return new(definition.Variables, state.Variables);
    }

    private void Execute(ActivityInstance instance)
    {
        instance.IsQueued = false;
        if (++steps > options.MaxSteps)
        {
            Fault(instance, new StepBudgetException($"The burst executed {options.MaxSteps} activities without coming to a wait."));
            return;
        }
        if (instance.Activity is Container { Variables: { Count: > 0 } variables })
            instance.Variables = variables.ToDictionary(variable => variable.Name, variable => variable.InitialValue);
        Write("Started", instance);
        Step(instance, instance.Activity.Execute);
    }

    private void Step(ActivityInstance instance, Action<ActivityExecutionContext> step)
    {
        var context = new ActivityExecutionContext(this, instance);
        try
        {
            step(context);
            if (context.Outcomes is null && !Waits(instance))
                throw new InvalidOperationException($"'{instance.Activity.Id}' neither completed nor waits for anything.");
        }
        catch (Exception fault) // whatever an activity throws waits for an operator, and is in the journal
        {
            Fault(instance, fault);
            return;
        }
        if (context.Outcomes is { } outcomes)
            Complete(instance, outcomes);
        else if (instance.LostAt is [.., var join])
            GiveUp(instance, join);
        else if (instance.Activity is not Container)
            Write("Suspended", instance);
    }

    private void GiveUp(ActivityInstance loser, string join)
    {
        Cancel(loser, $"Another branch reached '{join}' first.");
        if (ParentOf(loser) is { Activity: Flowchart flowchart } parent)
            Guarded(parent, () => flowchart.ChildGaveUp(this, parent, loser));
    }

    // Elsa.Break ends the loop around it, Elsa.Complete the workflow around it, wherever they stand in there.
    private void Leave(ActivityInstance from, IReadOnlyList<string> outcomes)
    {
        var left = from.Activity is Break ? Around<Loop>(ParentOf(from)!) : Around<WorkflowDefinitionActivity>(ParentOf(from)!);
        if (left is not null)
            Complete(left, from.Activity is Break ? Activity.Done : outcomes);
        else if (from.Activity is Activities.Composition.Complete)
            FinishWorkflow();
        else
            Fault(ParentOf(from)!, new InvalidOperationException($"'{from.Activity.Id}' breaks no loop: there is none around it."));
    }

    private void Guarded(ActivityInstance container, Action decide)
    {
        try
        {
            decide();
        }
        catch (Exception fault) // a container whose next step cannot be decided waits for an operator
        {
            Fault(container, fault);
        }
    }

    private bool Waits(ActivityInstance instance) => HasChildren(instance) || HasBookmarks(instance);

    private bool HasBookmarks(ActivityInstance instance)
    {
        foreach (var bookmark in state.OpenBookmarks)
            if (bookmark.ActivityInstanceId == instance.Id)
                return true;
        return false;
    }

    private void Fault(ActivityInstance instance, Exception fault)
    {
        CancelContents(instance, fault.Message);
        instance.IsFaulted = true;
        Raise(instance, instance.Activity, fault.Message, fault.GetType().Name);
        isFaulted |= options.FaultsAsDefined && definition.EndsOnFault; // what is due already still happens, as in Elsa
    }

    private void Raise(ActivityInstance instance, Activity activity, string message, string kind)
    {
        var incident = new Incident(activity.Id, activity.NodeId, activity.Type, message, kind, now) { ActivityInstanceId = instance.Id };
        state.OpenIncidents.Add(incident);
        Emit(new IncidentRaised(incident));
        Write("Faulted", instance, activity: activity, message: message);
    }

    private void FinishWorkflow()
    {
        CancelAll("The workflow is finished.", isFaulted ? WorkflowSubStatus.Faulted : WorkflowSubStatus.Finished);
        if (!isFaulted)
            Emit(new InstanceFinished(state.Outputs.ToDictionary(output => output.Key, output => output.Value?.DeepClone())));
    }

    private void Suspend()
    {
        if (state.OpenBookmarks.Count == 0 && state.OpenIncidents.Count == 0)
            throw new InvalidOperationException($"'{state.InstanceId}' would hang: it waits for nothing and has not finished.");
        state.SubStatus = WorkflowSubStatus.Suspended;
    }

    private void CancelContents(ActivityInstance instance, string reason)
    {
        if (HasChildren(instance))
            foreach (var child in Children(instance).ToList())
                Cancel(child, reason);
        if (HasBookmarks(instance))
            foreach (var bookmark in state.OpenBookmarks.FindAll(bookmark => bookmark.ActivityInstanceId == instance.Id))
                Burn(bookmark, cancelled: true);
    }

    private void Forget(ActivityInstance instance)
    {
        instance.IsOver = true;
        state.Activities.Remove(instance);
        if (state.OpenIncidents.Count > 0)
            state.OpenIncidents.RemoveAll(incident => incident.ActivityInstanceId == instance.Id);
    }

    private void Burn(Bookmark bookmark, bool cancelled)
    {
        state.OpenBookmarks.Remove(bookmark);
        Emit(new BookmarkBurned(bookmark, cancelled));
    }

    private void Write(
        string eventName, ActivityInstance instance, IReadOnlyList<string>? outcomes = null, string? message = null,
        Activity? activity = null, JsonNode? payload = null)
    {
        activity ??= instance.Activity;
        Emit(new Journaled(new(
            ++state.LastJournalSequence, eventName, activity.Id, activity.NodeId, instance.Id, activity.Type, activity.Name, now,
            outcomes ?? [], message) { Payload = payload ?? instance.Noted }));
        instance.Noted = null;
    }

    /// <summary>Elsa's look: 16 hex digits, made from the instance's id and a counter.</summary>
    public string NextId()
    {
        Span<byte> text = stackalloc byte[256];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (!Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"{state.InstanceId}/{++state.LastId}", out var length))
            text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{state.InstanceId}/{state.LastId}"));
        else
            text = text[..length];
        SHA256.HashData(text, hash);
        return Convert.ToHexStringLower(hash[..8]);
    }
}

/// <summary>A burst did more than it may.</summary>
internal sealed class StepBudgetException(string message) : Exception(message);
