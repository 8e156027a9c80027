using System.Globalization;

namespace WorkflowAccountability.Procedure.Tests;

/// <summary>Attributes take no dates, only text.</summary>
internal static class Day
{
    public static DateOnly Of(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}
