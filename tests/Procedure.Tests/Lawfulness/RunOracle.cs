using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Execution;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Tests.Lawfulness;

/// <summary>
/// Says whether a definition breaks the law by running it: the real engine, every outcome, every order of the parallel branches, each state once, up
/// to a number of states. What it finds is broken for certain; what it does not find may be.
/// </summary>
internal sealed partial class RunOracle(int mostStates)
{
    private static readonly DateTimeOffset now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly WorkflowDefinitionReader reader = new(new StageCatalog().Activities());
    private static readonly Dictionary<string, IReadOnlyList<string>> outcomes = new StageCatalog().All.ToDictionary(stage => stage.About.Type, stage => stage.Outcomes);
    private static readonly string[] sections = ["Facts", "Causes", "Responsibility", "Grounds", "Handling"];

    private static readonly Dictionary<string, (string?, string?)> actors = new()
    {
        ["LaunchInvestigation"] = ("GOVERNMENT", null), ["CooperateWithSuperior"] = ("GOVERNMENT", null), ["ProposeTeam"] = ("LEAD_ENV", null), ["ApproveTeam"] = ("GOVERNMENT", null),
        ["DecideSupervision"] = ("SUPERVISION", null), ["SuperviseDuties"] = ("SUPERVISION", null), ["ConsultDiscipline"] = ("SUPERVISION", null),
        ["ReleaseSpecialReport"] = ("SUPERVISION", null), ["ReviewByPartyCommittee"] = ("PARTY_COMMITTEE", null), ["ReviewByGovernment"] = ("GOVERNMENT", null),
        ["MonitorFollowUp"] = ("SUPERVISION", "LEAD_ENV"), ["ReferCase"] = ("SUPERVISION", null),
    };

    private readonly WorkflowRunner runner = new(new WorkflowRunnerOptions { MaxSteps = 400, Scripts = new() { Time = TimeSpan.FromMinutes(1) } });
    private readonly HashSet<string> seen = [];

    /// <summary>How many states were seen.</summary>
    public int States => seen.Count;

    /// <summary>What a run of it broke, and the run; null where none was found that does.</summary>
    public string? Breaks(string json)
    {
        try
        {
            var definition = reader.Read(json);
            var types = definition.AllActivities().Select(activity => activity.Type).Where(type => type.StartsWith("Accountability.", StringComparison.Ordinal)).ToHashSet();
            var end = types.All(type => type.EndsWith("Order", StringComparison.Ordinal)) ? AtTheEnd.Nothing
                : types.All(type => type is "Accountability.CooperateWithSuperior") ? AtTheEnd.Cooperated : AtTheEnd.Closed;
            if (Roles(definition) is { } wrong)
                return wrong;
            return Values(json).Select(variant => Breaks(variant == json ? definition : reader.Read(variant), end)).FirstOrDefault(broken => broken is not null);
        }
        catch (InvalidWorkflowDefinitionException unreadable)
        {
            return "cannot be read: " + unreadable.Faults[0];
        }
    }

    /// <summary>Who may not act where he does, by the words of the regulation; null where everybody may.</summary>
    public static string? ActsWrongly(string json) => Roles(reader.Read(json));

    /// <summary>A definition without what moves no token: two of which this is the same run alike.</summary>
    public static string WhatRuns(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        foreach (var key in (string[])["id", "definitionId", "name", "description", "version"])
            root.Remove(key);
        Strip(root["root"]!.AsObject());
        return root.ToJsonString();

        static void Strip(JsonObject activity)
        {
            foreach (var key in (string[])["role", "secondRole", "deadline", "escalateTo", "metadata"])
                activity.Remove(key);
            (activity["customProperties"] as JsonObject)?.Remove("citation");
            foreach (var inner in (activity["activities"] as JsonArray ?? []).OfType<JsonObject>())
                Strip(inner);
        }
    }

    // Who may act, by the words of the regulation.
    private static string? Roles(WorkflowDefinition definition) => definition.AllActivities()
        .Where(activity => activity.Type.StartsWith("Accountability.", StringComparison.Ordinal) && actors.TryGetValue(activity.Type["Accountability.".Length..], out var actor) && actor != (Text(activity, "role"), Text(activity, "secondRole")))
        .Select(activity => $"R15 another acts at {activity.Id}").FirstOrDefault();

    private static string? Text(Activity activity, string input) => activity.Given(input) is GivenInput.Outright { Value: { } value } && value.ToString() is { Length: > 0 } text ? text : null;

    // A variable that says nothing at first may hold either.
    private static string[] Values(string json) => json.Contains("\"name\":\"Optional\"", StringComparison.Ordinal)
        ? [json.Replace("\"typeName\":\"Boolean\",\"value\":null", "\"typeName\":\"Boolean\",\"value\":\"false\"", StringComparison.Ordinal),
            json.Replace("\"typeName\":\"Boolean\",\"value\":null", "\"typeName\":\"Boolean\",\"value\":\"true\"", StringComparison.Ordinal)]
        : [json];

    // Broad first, for what goes wrong early; then deep, for what goes wrong late.
    private string? Breaks(WorkflowDefinition definition, AtTheEnd end)
    {
        seen.Clear();
        return Breaks(definition, end, mostStates / 3, isBroad: true) ?? (seen.Count < mostStates / 3 ? null : Again());

        string? Again()
        {
            seen.Clear();
            return Breaks(definition, end, mostStates, isBroad: false);
        }
    }

    private string? Breaks(WorkflowDefinition definition, AtTheEnd end, int most, bool isBroad)
    {
        var start = runner.Start(definition, "0000000000000001", input: null, now);
        var first = Opened(new TraceLaw(), start);
        var open = new LinkedList<(WorkflowState State, TraceLaw Law, string Path)>([(start.State, first, "")]);
        while (open.First is { } next && seen.Count < most)
        {
            open.RemoveFirst();
            var at = next.Value;
            if (Fault(at.State, at.Law, end) is { } broken)
                return $"{broken}:{at.Path}";
            if (!seen.Add(KeyOf(at.State) + at.Law))
                continue;
            foreach (var bookmark in at.State.Bookmarks.Reverse())
            {
                var stage = bookmark.Name["Accountability.".Length..];
                foreach (var outcome in outcomes[bookmark.Name].Reverse())
                    foreach (var (outputs, said) in OutputsOf(stage, outcome, at.Law))
                    {
                        var burst = runner.Resume(definition, at.State, bookmark.Id, new JsonObject { ["outcome"] = outcome, ["outputs"] = outputs }, now);
                        var law = Opened(at.Law.Leave(stage, outcome, said), burst);
                        law = law.Rest(stage, outcome, [.. burst.State.Bookmarks.Select(opened => opened.Name["Accountability.".Length..])]);
                        var reached = (burst.State, law, $"{at.Path} {bookmark.ActivityId} {outcome}");
                        if (isBroad)
                            open.AddLast(reached);
                        else
                            open.AddFirst(reached);
                    }
            }
        }
        return null;
    }

    private static TraceLaw Opened(TraceLaw law, Burst burst) => burst.Effects.OfType<BookmarkCreated>()
        .Aggregate(law, (one, created) => one.Begin(created.Bookmark.Name["Accountability.".Length..]));

    private static string? Fault(WorkflowState state, TraceLaw law, AtTheEnd end)
    {
        if (law.Broken is not null)
            return law.Broken;
        if (state.Incidents is [var incident, ..])
            return $"S stuck at {incident.ActivityId}: {incident.Message}";
        if (state.Bookmarks.GroupBy(bookmark => bookmark.ActivityId).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return $"S open twice: {twice.Key}";
        return state.Status == WorkflowStatus.Finished ? law.End(end).Broken : null;
    }

    private static IEnumerable<(JsonObject Outputs, bool Said)> OutputsOf(string stage, string outcome, TraceLaw law)
    {
        switch (stage, outcome)
        {
            case ("CompileReport", "BackToSection"):
                return sections.Select(section => (new JsonObject { ["backTo"] = section }, false));
            case ("CompileReport", _) or ("ReleaseSpecialReport", _):
                return (law.MustConsult ? [true] : new[] { true, false }).Select(said => (new JsonObject { ["consultationNeeded"] = said }, said));
            case ("DecideSupervision", _):
                return [(new JsonObject { ["supervisionStarted"] = outcome == "Started" }, false)];
            case ("SuperviseDuties", _):
                return new[] { true, false }.Select(said => (new JsonObject { ["disciplineNeeded"] = said }, said));
            case ("ConsultDiscipline", _):
                return [(new JsonObject { ["consultationNeeded"] = false }, false)];
            case ("ReviewByPartyCommittee", _):
                return MeasuresOf(outcome, law.GovernmentApproved).Select(said => (new JsonObject { ["partyApproved"] = outcome == "Approved", ["hasMeasures"] = said }, said));
            case ("ReviewByGovernment", _):
                return MeasuresOf(outcome, law.PartyApproved).Select(said => (new JsonObject { ["governmentApproved"] = outcome == "Approved", ["hasMeasures"] = said }, said));
            default:
                return [(new JsonObject(), false)];
        }
    }

    // The second approval decides the measures.
    private static bool[] MeasuresOf(string outcome, bool hasOther) => outcome == "Approved" && hasOther ? [true, false] : [false];

    // Ids count on with every burst, and so do the splits: what is the same but for them is the same.
    private static string KeyOf(WorkflowState state)
    {
        var ids = new Dictionary<string, string>();
        var named = Id().Replace(state.ToJson(), id => ids.TryGetValue(id.Value, out var known) ? known : ids[id.Value] = "#" + ids.Count);
        return Counters().Replace(named, "");
    }

    [GeneratedRegex("\\b[0-9a-f]{16}\\b")]
    private static partial Regex Id();

    [GeneratedRegex("\"(lastId|lastJournalSequence|activation)\":\\d+,?|\"forks\":\\{[^}]*\\},?")]
    private static partial Regex Counters();
}

/// <summary>What the regulation asks of a workflow that is over.</summary>
internal enum AtTheEnd
{
    /// <summary>An order to follow up: nothing.</summary>
    Nothing,

    /// <summary>A track of a superior's inquiry: that there was cooperation.</summary>
    Cooperated,

    /// <summary>The procedure itself: all of it, and that it was closed.</summary>
    Closed,
}
