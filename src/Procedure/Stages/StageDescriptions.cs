using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>What an administrator may set of a stage, in the order in which the designer shows it.</summary>
internal static class StageDescriptions
{
    /// <summary>Inputs whose choices depend on the day, or on what else was chosen.</summary>
    public const string Organisation = "organisation", Person = "person";

    private static readonly IReadOnlyList<string> roles = [.. Roles.Acting.Select(role => role.Code)];

    /// <summary>Of every step that the house knows.</summary>
    public static IReadOnlyList<InputDescriptor> OfStage { get; } =
    [
        Choice("role", roles), Choice("secondRole", roles),
        Choice("deadline", [.. DeadlineTable.Shipped.CodesOfSteps.Where(code => code != HumanTaskStage.Deadline)]),
        .. Time(), Choice("escalateTo", roles),
    ];

    /// <summary>Of a step that an administrator adds.</summary>
    public static IReadOnlyList<InputDescriptor> OfAddedStep { get; } =
    [
        new("title", "String"), new("clause", "String", DefaultValue: Citations.InternalStep), new("reason", "String", "multiline"), new("instructions", "String", "multiline"),
        Choice("role", roles), Choice(Organisation, []) with { IsRefreshed = true }, Choice(Person, []) with { IsRefreshed = true },
        .. Time(), Choice("escalateTo", roles),
        new("fields", "String", "multiline"), new("outcomes", "List<String>", "dynamic-outcomes") { DefaultSyntax = "Object" },
        new("walled", "Boolean", "checkbox"),
    ];

    private static IEnumerable<InputDescriptor> Time() =>
    [
        new("days", "String"), Choice("dayUnit", [.. Enum.GetNames<PeriodUnit>()]), Choice("calendar", [.. Enum.GetNames<CalendarScope>()]), new("reminders", "String"),
    ];

    private static InputDescriptor Choice(string name, IReadOnlyList<string> choices) => new(name, "String", "dropdown", Choices: choices);
}
