using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Designer;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.Offerings;

/// <summary>What a script may use, as TypeScript declarations: Studio's editor completes words from them.</summary>
internal static class TypeDefinitions
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/scripting/javascript/type-definitions/{id}", HandleAsync).AddEndpointFilter<ViewersOnly>();

    private static async Task<IResult> HandleAsync(string id, AtDesk _, IDefinitionDesk desk, CancellationToken cancellationToken)
    {
        var latest = (await desk.SummariesAsync(cancellationToken)).FirstOrDefault(version => version.DefinitionId == id && version.IsLatest);
        var version = latest is null ? null : await desk.VersionAsync(latest.Id, cancellationToken);
        return Results.Text(Declared(version), "text/plain", Encoding.UTF8);
    }

    private static string Declared(WorkflowDefinitionVersion? version)
    {
        var names = version is null ? [] : (JsonNode.Parse(version.Json)?["variables"] as JsonArray)?.OfType<JsonObject>()
            .Select(variable => (Name: variable["name"]?.ToString() ?? "", Type: TypeOf(variable["typeName"]?.ToString()))).Where(variable => IsWord(variable.Name)).ToList() ?? [];
        var text = new StringBuilder()
            .AppendLine("declare function getInput(name: string): any;").AppendLine("declare function getVariable(name: string): any;")
            .AppendLine("declare function setVariable(name: string, value: any): void;").AppendLine("declare function getCorrelationId(): string;")
            .AppendLine("declare function getWorkflowInstanceId(): string;").AppendLine("declare function getWorkflowDefinitionId(): string;")
            .AppendLine("declare const variables: {");
        foreach (var (name, type) in names)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name}: {type};");
        text.AppendLine("};");
        foreach (var (name, type) in names)
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function get{char.ToUpperInvariant(name[0])}{name[1..]}(): {type};");
        return text.ToString();
    }

    private static string TypeOf(string? alias) => alias switch
    {
        "String" => "string", "Boolean" => "boolean", "Int32" or "Decimal" or "Double" or "Long" or "Single" => "number", _ => "any",
    };

    private static bool IsWord(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
