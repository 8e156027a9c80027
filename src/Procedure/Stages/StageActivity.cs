using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>The one activity behind every stage: it waits at a bookmark that remembers the definition's inputs, and leaves by the outcome that the stage decided.</summary>
public sealed class StageActivity : Activity
{
    /// <summary>The role that the definition gives; null where a script decides.</summary>
    public string? Role => Constant<string>("role");

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(JsonSerializer.SerializeToNode(new StageInputs(
        context.GetInput<string>("role") ?? throw new InvalidOperationException($"The stage '{Id}' has no role: nobody could do it."),
        context.GetInput<string>("secondRole"), context.GetInput<string>("deadline"), context.GetInput<string>("escalateTo"))));

    /// <inheritdoc/>
    protected override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input)
    {
        foreach (var (name, value) in input!["outputs"]!.AsObject())
            context.SetOutput(name, value?.DeepClone());
        context.CompleteWithOutcomes((string)input["outcome"]!);
    }

    /// <summary>A role, a deadline or a place to escalate to that nobody knows: then nobody could do the stage, or nobody would be told.</summary>
    protected override IEnumerable<string> Faults()
    {
        foreach (var input in (string[])["role", "secondRole", "escalateTo"])
            if (Constant<string>(input) is { } role && !Roles.Knows(role))
                yield return $"'{Id}': the {input} '{role}' is unknown; known roles: {string.Join(", ", Roles.All.Select(known => known.Code))}.";
        if (Constant<string>("role") is null)
            yield return $"'{Id}': has no role; nobody could do it.";
        if (Constant<string>("deadline") is { } code && !DeadlineTable.Shipped.Rules.Any(rule => rule.Code.StartsWith(code, StringComparison.Ordinal)))
            yield return $"'{Id}': the deadline '{code}' is unknown; known codes: {string.Join(", ", DeadlineTable.Shipped.Rules.Select(rule => rule.Code).Distinct())}.";
    }

    /// <summary>What Resume takes: the outcome and the values for the definition's variables.</summary>
    internal static JsonObject Left(StageStep.Leaving step) => new()
    {
        ["outcome"] = step.Outcome,
        ["outputs"] = new JsonObject(step.Outputs.Select(output => KeyValuePair.Create(output.Key, JsonSerializer.SerializeToNode(output.Value)))),
    };

    /// <summary>The inputs that the bookmark remembers.</summary>
    internal static StageInputs InputsOf(Bookmark bookmark) => bookmark.Payload.Deserialize<StageInputs>()
        ?? throw new JsonException($"The bookmark {bookmark.Id} has no inputs.");

    /// <summary>How the engine and the designer see a stage.</summary>
    internal static ActivityDescriptor Describe(Stage stage) => new(stage.About.Type, "Accountability")
    {
        Inputs =
        [
            Choice("role", [.. Roles.Acting.Select(role => role.Code)]),
            Choice("secondRole", [.. Roles.Acting.Select(role => role.Code)]),
            Choice("deadline", [.. DeadlineTable.Shipped.Rules.Select(rule => rule.Code).Distinct()]),
            Choice("escalateTo", [.. Roles.Acting.Select(role => role.Code)]),
        ],
        Outputs = [.. stage.Outputs.Select(name => new OutputDescriptor(name, "Object"))],
        Outcomes = stage.Outcomes,
        Texts = (key, culture) => StageTexts.Of(stage, key, culture),
    };

    private static InputDescriptor Choice(string name, IReadOnlyList<string> choices) => new(name, "String", "dropdown", Choices: choices);
}
