using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Stages.HumanTask;

/// <summary>The form of an added step: its questions and their answers.</summary>
public sealed record HumanTaskForm : IPlannedForm
{
    /// <summary>The field by which it is left, where the step has several ways out.</summary>
    public const string OutcomeField = "Outcome";

    private const int LongestLine = 500, LongestText = 4000;

    // 13 digits before the point: more than the prefecture will ever have.
    private const string Money = @"^\d{1,13}(\.\d{1,2})?$";

    /// <summary>What is asked.</summary>
    public required AddedStep Step { get; init; }

    /// <summary>The way out; null while none was chosen.</summary>
    public string? Outcome { get; set; }

    /// <summary>The answers by the keys of their fields; what was not answered is not there.</summary>
    public JsonObject Answers { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public FormPlan Plan => PlanOf(Step);

    /// <summary>The way by which the step is left.</summary>
    [JsonIgnore]
    public string Leaves => Outcome ?? Step.Outcomes[0];

    /// <summary>What a step asks.</summary>
    public static FormPlan PlanOf(AddedStep step) => new(nameof(HumanTaskForm), () => new HumanTaskForm { Step = step }, [.. step.Fields.Select(field => FieldOf(field, step)), .. OutcomesOf(step)]);

    private static FormField FieldOf(AddedField field, AddedStep step) => new(field.Key, TypeOf(field.Kind), new FieldAttribute(step.Citation)
    {
        Multiline = field.Kind is AddedKind.Paragraph,
        From = field.Kind switch { AddedKind.Person => ChoiceList.People, AddedKind.Unit => ChoiceList.Organisations, AddedKind.File => ChoiceList.Files, _ => ChoiceList.None },
    })
    {
        Label = field.Label, Help = field.Help,
        Choices = field.Kind is AddedKind.Choice ? [.. field.Choices.Select(choice => new Choice(choice, choice))] : null,
        Rules = [.. field.IsRequired ? [new RequiredAttribute()] : Array.Empty<ValidationAttribute>(), .. RulesOf(field.Kind)],
        Read = form => ((HumanTaskForm)form).Answers[field.Key]?.Deserialize(TypeOf(field.Kind), FormJsonText.Options),
        Write = (form, value) =>
        {
            if (value is null or System.Collections.ICollection { Count: 0 })
                ((HumanTaskForm)form).Answers.Remove(field.Key);
            else
                ((HumanTaskForm)form).Answers[field.Key] = JsonSerializer.SerializeToNode(value, TypeOf(field.Kind), FormJsonText.Options);
        },
    };

    private static IEnumerable<FormField> OutcomesOf(AddedStep step) => step.Outcomes.Count < 2 ? [] :
    [
        new(OutcomeField, typeof(string), new FieldAttribute(step.Citation))
        {
            Keys = [$"{nameof(HumanTaskForm)}.{OutcomeField}"],
            Choices = [.. step.Outcomes.Select(outcome => new Choice(outcome, outcome))],
            Rules = [new RequiredAttribute()],
            Read = form => ((HumanTaskForm)form).Outcome,
            Write = (form, value) => ((HumanTaskForm)form).Outcome = (string?)value,
        },
    ];

    private static Type TypeOf(AddedKind kind) => kind switch
    {
        AddedKind.Number or AddedKind.Money => typeof(decimal?),
        AddedKind.Date => typeof(DateOnly?),
        AddedKind.File => typeof(List<string>),
        _ => typeof(string),
    };

    private static IEnumerable<ValidationAttribute> RulesOf(AddedKind kind) => kind switch
    {
        AddedKind.Text => [new StringLengthAttribute(LongestLine)],
        AddedKind.Paragraph => [new StringLengthAttribute(LongestText)],
        AddedKind.Money => [new RegularExpressionAttribute(Money)],
        _ => [],
    };
}
