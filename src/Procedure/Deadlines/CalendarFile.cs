using System.Globalization;
using System.Text;
using System.Text.Json;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>
/// Reads a notice as offices pass it on. JSON: <c>{"restDays":[…],"workdays":[…]}</c>, or <c>{"days":[{"date":…,"isOffDay":…}]}</c>. CSV: a day and 休
/// or 班 on each line. ICS: events whose summary says 班 for a day that is worked.
/// </summary>
public static class CalendarFile
{
    private const int Deepest = 64;
    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] working = ["班", "work", "makeup"], resting = ["休", "假", "rest", "off", "holiday"];

    /// <summary>The text of a file: UTF-8, or what Chinese spreadsheets write (GB18030).</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    /// <summary>The days, or every line that cannot be read.</summary>
    public static (IReadOnlyList<DateOnly> RestDays, IReadOnlyList<DateOnly> Workdays, IReadOnlyList<Text> Faults) Read(string text)
    {
        var found = new Found();
        var content = text.Trim().TrimStart('\uFEFF');
        if (content.StartsWith('{'))
            ReadJson(content, found);
        else if (content.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            ReadEvents(content, found);
        else
            ReadLines(content, found);
        return (found.RestDays, found.Workdays, found.Faults);
    }

    private static void ReadJson(string content, Found found)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = Deepest });
            foreach (var list in document.RootElement.EnumerateObject())
                foreach (var entry in list.Value.ValueKind is JsonValueKind.Array ? list.Value.EnumerateArray().ToList() : [])
                    if (list.Name is "restDays" or "holidays" or "workdays" or "makeupWorkdays")
                        found.Add(entry.ToString(), isWorkday: list.Name is "workdays" or "makeupWorkdays");
                    else if (list.Name == "days" && entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("date", out var date)
                        && entry.TryGetProperty("isOffDay", out var off) && off.ValueKind is JsonValueKind.True or JsonValueKind.False)
                        found.Add(date.ToString(), isWorkday: !off.GetBoolean());
                    else if (list.Name == "days")
                        found.Fault(entry.GetRawText());
        }
        catch (JsonException broken)
        {
            found.Fault(FaultWords.Of(content, broken, Deepest));
        }
    }

    private static void ReadLines(string content, Found found)
    {
        foreach (var line in content.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split([',', '，', '\t', ';'], StringSplitOptions.TrimEntries);
            if (cells is ["日期" or "date", ..])
                continue;
            if (cells.Length < 2 || Meaning(cells[1]) is not { } isWorkday)
                found.Fault(line);
            else
                found.Add(cells[0], isWorkday);
        }
    }

    private static void ReadEvents(string content, Found found)
    {
        // A long line goes on after a line break and a blank.
        var lines = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal).Split('\n');
        string? start = null, end = null, summary = null;
        foreach (var line in lines)
            switch (line.Split(':', 2))
            {
                case [var name, var value] when name.StartsWith("DTSTART", StringComparison.Ordinal):
                    start = value.Trim();
                    break;
                case [var name, var value] when name.StartsWith("DTEND", StringComparison.Ordinal):
                    end = value.Trim();
                    break;
                case [var name, var value] when name.StartsWith("SUMMARY", StringComparison.Ordinal):
                    summary = value.Trim();
                    break;
                case ["END", var what] when what.Trim() == "VEVENT":
                    Add(start, end, summary, found);
                    (start, end, summary) = (null, null, null);
                    break;
            }
    }

    private static void Add(string? start, string? end, string? summary, Found found)
    {
        if (Compact(start) is not { } first || (end is not null && Compact(end) is null))
        {
            found.Fault($"{start} {end} {summary}".Trim());
            return;
        }
        // The end of an event of whole days is the first day after it.
        var last = Compact(end)?.AddDays(-1) ?? first;
        if (last < first || last > first.AddDays(31))
            found.Fault($"{start} {end} {summary}".Trim());
        else
            for (var day = first; day <= last; day = day.AddDays(1))
                found.Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), isWorkday: Meaning(summary ?? "") is true);
    }

    private static DateOnly? Compact(string? text) => text is { Length: >= 8 }
        && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool? Meaning(string word) =>
        Array.Exists(working, sign => word.Contains(sign, StringComparison.OrdinalIgnoreCase)) ? true
        : Array.Exists(resting, sign => word.Contains(sign, StringComparison.OrdinalIgnoreCase)) ? false : null;

    private sealed class Found
    {
        private static readonly string[] formats = ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd"];

        public List<DateOnly> RestDays { get; } = [];

        public List<DateOnly> Workdays { get; } = [];

        public List<Text> Faults { get; } = [];

        public void Add(string date, bool isWorkday)
        {
            if (!DateOnly.TryParseExact(date.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                Fault(date);
            else
                (isWorkday ? Workdays : RestDays).Add(day);
        }

        public void Fault(Text what) => Faults.Add(Text.Of<DeadlineTexts>("Import.Unreadable", what));

        public void Fault(string what) => Faults.Add(Text.Of<DeadlineTexts>("Import.Unreadable", what.Length > 100 ? what[..100] : what));
    }
}
