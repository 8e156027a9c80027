using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowAccountability.DefinitionRunner;
using WorkflowAccountability.Engine.Activities;
using WorkflowAccountability.Engine.Definitions;

const string usage = "usage: run-definition [--load FILE …] FILE [--input JSON] [--flow token|counter] [--journal] [--stop-at-waits] [--answer JSON] [--plain] [--export FILE]";
var loaded = new List<string>();
string? file = null, export = null, flow = "token";
JsonObject? input = null;
JsonNode? answer = null;
var (withJournal, stopsAtWaits, isPlain) = (false, false, false);
try
{
    for (var i = 0; i < args.Length; i++)
        switch (args[i])
        {
            case "--load":
                loaded.Add(args[++i]);
                break;
            case "--input":
                input = JsonNode.Parse(args[++i]) as JsonObject ?? throw new FormatException("The input is a JSON object.");
                break;
            case "--flow":
                flow = args[++i] is "token" or "counter" ? args[i] : throw new FormatException("The flow is token or counter.");
                break;
            case "--export":
                export = args[++i];
                break;
            case "--journal":
                withJournal = true;
                break;
            case "--answer":
                answer = JsonNode.Parse(args[++i]);
                break;
            case "--plain":
                isPlain = true;
                break;
            case "--stop-at-waits":
                stopsAtWaits = true;
                break;
            default:
                file = file is null && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i] : throw new FormatException($"What is '{args[i]}'?");
                break;
        }
    if (file is null)
        throw new FormatException("No definition is named.");
    var json = File.ReadAllText(file);
    if (isPlain)
        json = PlainDefinition.Of(json, ActivityRegistry.WithWaits());
    if (export is not null)
        File.WriteAllText(export, DefinitionDocument.Export(DefinitionDocument.Import(json, ActivityRegistry.WithWaits()).Json));
    var report = DefinitionRun.Of(
        json, loaded.ConvertAll(File.ReadAllText), input, countsVisits: flow == "counter", withJournal, stopsAtWaits, answer);
    Console.WriteLine(report.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    return 0;
}
catch (InvalidWorkflowDefinitionException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
catch (Exception mistake) when (mistake is FormatException or JsonException or IOException or UnauthorizedAccessException or IndexOutOfRangeException)
{
    Console.Error.WriteLine(mistake is IndexOutOfRangeException ? usage : mistake.Message + Environment.NewLine + usage);
    return 2;
}
