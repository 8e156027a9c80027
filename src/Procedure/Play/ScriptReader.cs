using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkflowAccountability.Procedure.Forms;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>Reads a script: all faults at once, each with its place. Persons, stages and fields it does not judge: the sandbox refuses what it does not know.</summary>
internal sealed partial class ScriptReader
{
    private const int MostSteps = 1000;
    private const string OnlyCase = "case";

    private readonly List<string> faults = [];
    private string last = OnlyCase;
    private DateTimeOffset clock;

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<string> Faults => faults;

    public PlayScript Read(JsonElement root)
    {
        clock = Moment(Text(root, "begins", "$"), "$.begins");
        var begins = clock;
        var steps = root.ValueKind is JsonValueKind.Object && root.TryGetProperty("steps", out var rows) && rows.ValueKind is JsonValueKind.Array ? [.. rows.EnumerateArray()] : new List<JsonElement>();
        if (steps.Count is 0 or > MostSteps)
            faults.Add($"$.steps: 1–{MostSteps}");
        return new PlayScript(Text(root, "title", "$"), begins, [.. steps.Take(MostSteps).Select((step, index) => Step(step, $"$.steps[{index}]"))]);
    }

    private ScriptStep Step(JsonElement step, string path)
    {
        if (step.ValueKind is not JsonValueKind.Object)
        {
            faults.Add($"{path}: {{ … }}");
            return new ScriptStep(path, ScriptKind.Look, clock, last);
        }
        var about = Optional(step, "case") ?? last;
        if (step.TryGetProperty("clock", out _))
        {
            Move(Text(step, "clock", path), path + ".clock");
            return new ScriptStep(path, ScriptKind.Wait, clock, about);
        }
        if (step.TryGetProperty("start", out var start))
        {
            last = Optional(start, "case") ?? OnlyCase;
            return new ScriptStep(path, ScriptKind.Start, clock, last)
            {
                As = Text(start, "as", path + ".start"), Title = Text(start, "title", path + ".start"), Definition = Text(start, "definition", path + ".start"), Status = Expected(step),
            };
        }
        if (step.TryGetProperty("superior", out var superior))
            return new ScriptStep(path, ScriptKind.Track, clock, about) { As = Text(superior, "as", path + ".superior"), Status = Expected(step) };
        if (step.TryGetProperty("page", out _) || !step.TryGetProperty("stage", out _))
            return new ScriptStep(path, ScriptKind.Look, clock, about);
        return new ScriptStep(path, ScriptKind.Act, clock, about)
        {
            As = Text(step, "as", path), Stage = "Accountability." + Text(step, "stage", path), Seat = Optional(step, "seat"), About = Optional(step, "about"), Status = Expected(step),
            Fields =
            [
                .. step.TryGetProperty("form", out var form) ? FormValues.FieldsOf(form) : [],
                // The criteria begin with a small letter, the fields that are named after them with a capital one.
                .. step.TryGetProperty("facts", out var facts) ? FormValues.FieldsOf(facts).Select(fact =>
                    KeyValuePair.Create($"Event.{char.ToUpperInvariant(fact.Key[0])}{fact.Key[1..]}", fact.Value)) : [],
            ],
        };
    }

    private static int Expected(JsonElement step) => !step.TryGetProperty("expect", out var expect) || expect.ValueKind is not JsonValueKind.Object ? 303
        : expect.TryGetProperty("status", out var status) && status.TryGetInt32(out var code) ? code
        : expect.TryGetProperty("refusedBy", out _) || expect.TryGetProperty("wrongFields", out _) ? 422 : 303;

    private void Move(string text, string path)
    {
        if (Span().Match(text) is { Success: true } span)
        {
            var count = int.Parse(span.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            clock += span.Groups[2].Value switch { "d" => TimeSpan.FromDays(count), "h" => TimeSpan.FromHours(count), _ => TimeSpan.FromMinutes(count) };
        }
        else
            clock = Moment(text, path);
    }

    private DateTimeOffset Moment(string text, string path)
    {
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 2010 and < 2100)
            return moment.ToUniversalTime();
        faults.Add($"{path}: 2022-03-05T09:00:00+08:00, +5d, +3h, +20m");
        return clock;
    }

    private string Text(JsonElement place, string key, string path)
    {
        if (Optional(place, key) is { } text)
            return text;
        faults.Add($"{path}.{key}: \"…\"");
        return "";
    }

    private static string? Optional(JsonElement place, string key) =>
        place.ValueKind is JsonValueKind.Object && place.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^\+(\d{1,5})(d|h|m)$")]
    private static partial Regex Span();
}
