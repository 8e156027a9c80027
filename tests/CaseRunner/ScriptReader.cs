using System.Globalization;
using System.Text.Json;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Reads a script strictly: all faults at once, each with its path, before anything is played.</summary>
internal sealed class ScriptReader(StageCatalog stages)
{
    private static readonly JsonDocumentOptions strict = new() { AllowDuplicateProperties = false };

    private readonly Vocabulary vocabulary = new(stages);

    public Script Read(string file)
    {
        var name = Path.GetFileName(file);
        var faults = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), strict);
            var script = Read(name, new Place(document.RootElement, "$", faults));
            return faults.Count == 0 ? script
                : throw new UnusableScriptException(string.Join('\n', faults.Select(fault => $"{name} {fault}")));
        }
        catch (JsonException exception)
        {
            throw new UnusableScriptException($"{name} is no JSON: {exception.Message}");
        }
    }

    private Script Read(string name, Place root)
    {
        root.Only("$schema", "title", "about", "transposed", "begins", "steps", "expect");
        root.Needed("about");
        var steps = new StepReader(vocabulary);
        return new Script(name, root.Needed("title"), Moment(root, "begins"), [.. root.Rows("steps").Select(steps.Read).OfType<Step>()],
            Expectation.Read(root, typeof(CaseFacts), vocabulary));
    }

    private static DateTimeOffset Moment(Place place, string key)
    {
        var text = place.Needed(key);
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return moment;
        place.Fault(key, $"'{text}' is no moment; write 2022-01-17T09:00:00+08:00.");
        return DateTimeOffset.UnixEpoch;
    }
}
