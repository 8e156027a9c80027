using System.Globalization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.WorkItems;

/// <summary>The order of every inbox as one text: soonest due, gravest, oldest, and the id that tells equals apart.</summary>
public static class InboxPlace
{
    private const string Never = "999999999999";

    /// <summary>42 digits and small hex letters.</summary>
    public static string Of(DateTimeOffset? dueAt, int urgency, DateTimeOffset openedAt, string id) => string.Create(CultureInfo.InvariantCulture,
        $"{(dueAt is { } due ? Before(due) : Never)}{9 - urgency}{openedAt.ToUnixTimeMilliseconds():0000000000000}{id}");

    /// <summary>Whatever is due before this minute sorts before this text.</summary>
    public static string Before(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    /// <summary>Whatever is due on this day in Beijing, or earlier, sorts before this text.</summary>
    public static string After(DateOnly day) => Before(BeijingTime.EndOf(day).AddMinutes(1));

    /// <summary>4 for level Ⅰ down to 1 for level Ⅳ, 0 for none.</summary>
    public static int UrgencyOf(string? level) => EventLevels.Parse(level) is { } known ? 5 - (int)known : 0;
}
