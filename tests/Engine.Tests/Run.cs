using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.Engine.Tests;

/// <summary>An instance that is restarted between all its steps: nothing lives on but the JSON of its state.</summary>
internal sealed class Run
{
    public static readonly DateTimeOffset Start = new(2026, 9, 21, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly WorkflowDefinition definition;
    private readonly WorkflowRunner runner;
    private readonly List<Effect> effects = [];
    private int steps;

    public Run(WorkflowDefinition definition, JsonObject? input = null, WorkflowRunnerOptions? options = null)
    {
        this.definition = definition;
        runner = new(options);
        Keep(runner.Start(definition, "instance", input, Start));
    }

    private Run(Run other) =>
        (definition, runner, effects, steps, Json) = (other.definition, other.runner, [.. other.effects], other.steps, other.Json);

    public string Json { get; private set; } = "";

    public WorkflowState State => WorkflowState.Parse(Json);

    public bool IsFinished => State.Status == WorkflowStatus.Finished;

    public IReadOnlyList<Effect> Effects => effects;

    public IEnumerable<JournalEntry> Journal => effects.OfType<Journaled>().Select(effect => effect.Entry);

    public IEnumerable<string> Open => State.Bookmarks.Select(bookmark => bookmark.ActivityId);

    public IEnumerable<string> Lines => effects.OfType<LineWritten>().Select(line => line.Text);

    public IEnumerable<string> Cancelled =>
        effects.OfType<BookmarkBurned>().Where(burned => burned.Cancelled).Select(burned => burned.Bookmark.ActivityId);

    public Run Fork() => new(this);

    public Bookmark At(string activity) => State.Bookmarks.Single(bookmark => bookmark.ActivityId == activity);

    public int Times(string eventName, string activity) =>
        Journal.Count(entry => entry.EventName == eventName && entry.ActivityId == activity);

    public Run Complete(string activity, string outcome = "Done") => Complete(At(activity), outcome);

    public Run Complete(Bookmark bookmark, string outcome)
    {
        Keep(runner.Resume(definition, State, bookmark.Id, new JsonObject { ["outcome"] = outcome }, NextTime()));
        return this;
    }

    public Run CompleteWith(string activity, JsonNode? input)
    {
        Keep(runner.Resume(definition, State, At(activity).Id, input, NextTime()));
        return this;
    }

    public Run Retry(Incident incident)
    {
        Keep(runner.Retry(definition, State, incident.ActivityInstanceId, NextTime()));
        return this;
    }

    public Run Cancel(string reason)
    {
        Keep(runner.Cancel(definition, State, reason, NextTime()));
        return this;
    }

    private DateTimeOffset NextTime() => Start.AddHours(++steps);

    private void Keep(Burst burst)
    {
        Json = burst.State.ToJson();
        WorkflowState.Parse(Json).ToJson().ShouldBe(Json, "a restart must not change the state");
        effects.AddRange(burst.Effects);
    }
}
