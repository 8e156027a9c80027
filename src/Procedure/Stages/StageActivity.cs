using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>The one activity behind every stage: it waits at a bookmark that remembers the definition's inputs, and leaves by the outcome that the stage decided.</summary>
public sealed class StageActivity : Activity
{
    /// <summary>Whom the definition gives it to, as an address; null where a script decides.</summary>
    public string? AddressKey => (Text("person"), Text("role") ?? (IsAdded ? Roles.AnyOffice : null)) switch
    {
        ({ } person, _) => Candidate.Person(person).KeyIn(""),
        (null, { } role) => Candidate.OfRole(role, Text("organisation")).KeyIn(""),
        _ => null,
    };

    /// <summary>What the definition says of an added step; null for the steps that the house knows.</summary>
    public AddedStep? Step => IsAdded ? step ??= AddedStepReader.Read(Text).Step : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => Step?.Outcomes ?? base.Outcomes;

    private AddedStep? step;

    private bool IsAdded => Type == HumanTaskStage.TypeName;

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        var time = StageTime.Read(Text).Time;
        var role = context.GetInput<string>("role") is { Length: > 0 } given ? given
            : IsAdded ? Roles.AnyOffice : throw new InvalidOperationException($"The stage '{Id}' has no role: nobody could do it.");
        context.CreateBookmark(JsonSerializer.SerializeToNode(
            (IsAdded ? new StageInputs(role) : new StageInputs(role, Given("secondRole"), Given("deadline"))) with
            {
                EscalateTo = Given("escalateTo"), Within = time.Within, Reminders = time.Reminders, Calendar = time.Calendar,
                OrganisationId = IsAdded ? Text("organisation") : null, PersonId = IsAdded ? Text("person") : null, Step = Step,
            }));

        string? Given(string input) => context.GetInput<string>(input) is { Length: > 0 } text ? text : null;
    }

    /// <inheritdoc/>
    protected override void Resume(ActivityExecutionContext context, Bookmark bookmark, JsonNode? input)
    {
        foreach (var (name, value) in input!["outputs"]!.AsObject())
            context.SetOutput(name, value?.DeepClone());
        // What nobody can bind in the designer, because each step has its own: the variable of the same name takes the answer.
        if (IsAdded && input["outputs"]![HumanTaskStage.AnswersOutput] is JsonObject answers)
            foreach (var field in Step!.Fields.Where(field => context.HasVariable(field.Key)))
                context.SetVariable(field.Key, answers[field.Key]?.DeepClone());
        context.CompleteWithOutcomes((string)input["outcome"]!);
    }

    /// <summary>A role, a deadline or a place to escalate to that nobody knows: then nobody could do the stage, or nobody would be told.</summary>
    protected override IEnumerable<FormattableString> Faults()
    {
        foreach (var input in (string[])["role", "secondRole", "escalateTo"])
            if (Constant<string>(input) is { Length: > 0 } role && !Roles.Knows(role))
                yield return $"'{Id}': the {new Regulation.Text(typeof(Lawfulness.LawTexts), "Input." + input)} '{role}' is unknown; known roles: {string.Join(", ", Roles.All.Select(known => known.Code))}.";
        if (!IsAdded && Constant<string>("role") is null)
            yield return $"'{Id}': has no role; nobody could do it.";
        if (IsAdded && Text("role") is null && Text("organisation") is null)
            yield return $"'{Id}': has neither a role nor an organisation; nobody could do it.";
        if (Constant<string>("deadline") is { Length: > 0 } code && !DeadlineTable.Shipped.CodesOfSteps.Any(known => known.StartsWith(code, StringComparison.Ordinal)))
            yield return $"'{Id}': the deadline '{code}' is unknown; known codes: {string.Join(", ", DeadlineTable.Shipped.CodesOfSteps)}.";
        foreach (var fault in StageTime.Read(Text).Faults.Concat(IsAdded ? AddedStepReader.Read(Text).Faults : []))
            yield return $"'{Id}', {fault.Path}: {fault.Message}";
    }

    // What stands in the definition itself; a value that is computed is not known before it runs, and is nothing here.
    private string? Text(string input) => TextOf(Given(input));

    /// <summary>A value that stands in the definition, as text; null for nothing, and for what is computed.</summary>
    internal static string? TextOf(GivenInput? given) => given is GivenInput.Outright { Value: { } value }
        ? (value is JsonValue plain ? plain.ToString() : value.ToJsonString()) is { Length: > 0 } text ? text : null : null;

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
        Inputs = stage is HumanTaskStage ? StageDescriptions.OfAddedStep : StageDescriptions.OfStage,
        Outputs = [.. stage.Outputs.Select(name => new OutputDescriptor(name, name == HumanTaskStage.OutcomeOutput ? "String" : "Object"))],
        Outcomes = stage.Outcomes,
        Texts = (key, culture) => StageTexts.Of(stage, key, culture),
    };
}
