using System.Globalization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.HumanTask;

namespace WorkflowAccountability.Procedure.Stages;

/// <summary>The time that a definition sets for a stage: how long, counted how, with which reminders.</summary>
/// <param name="Within">Null where the table of deadlines tells.</param>
/// <param name="Reminders">Null where the table tells.</param>
internal sealed record StageTime(Period? Within, IReadOnlyList<int>? Reminders, CalendarScope? Calendar)
{
    private const int Longest = 1000, MostReminders = 12;

    /// <summary>The inputs that it is read from.</summary>
    public static readonly IReadOnlyList<string> Inputs = ["days", "dayUnit", "calendar", "reminders"];

    /// <summary>Reads it; everything that is wrong is said, each with its input.</summary>
    /// <param name="input">The text of an input; null where the definition gives none.</param>
    public static (StageTime Time, IReadOnlyList<StepFault> Faults) Read(Func<string, string?> input)
    {
        var faults = new List<StepFault>();
        Period? within = null;
        if (Given("days") is { } length)
        {
            if (int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= Longest)
                within = new Period(days, Choice("dayUnit", PeriodUnit.WorkingDay));
            else
                Fault("days", "Days", length, Longest);
        }
        else if (Given("reminders") is not null && Given("deadline") is null)
            Fault("reminders", "RemindersOfNothing");
        return (new StageTime(within, Reminders(), Given("calendar") is null ? null : Choice("calendar", CalendarScope.Prefecture)), faults);

        string? Given(string name) => input(name)?.Trim() is { Length: > 0 } text ? text : null;

        T Choice<T>(string name, T otherwise) where T : struct, Enum
        {
            if (Given(name) is not { } text)
                return otherwise;
            if (Enum.TryParse<T>(text, out var choice) && Enum.IsDefined(choice))
                return choice;
            Fault(name, "Choice", text, string.Join("、", Enum.GetNames<T>()));
            return otherwise;
        }

        List<int>? Reminders()
        {
            if (Given("reminders") is not { } text)
                return null;
            var parts = text.Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var days = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day <= Longest ? day : -1).ToList();
            if (days.Contains(-1) || days.Count > MostReminders)
                Fault("reminders", "Reminders", text);
            return [.. days.Where(day => day >= 0).Distinct().OrderDescending()];
        }

        void Fault(string path, string key, params object?[] values) => faults.Add(new StepFault(path, new Text(typeof(StageTexts), "Fault." + key, values)));
    }
}
