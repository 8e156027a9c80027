using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowAccountability.StudioApi.Door;

namespace WorkflowAccountability.StudioApi.Offerings;

/// <summary>
/// The lists that Studio asks for before it shows anything; without an answer to each its panel dies. They offer what the engine does and no more.
/// </summary>
internal static class FixedLists
{
    private const string Hub = "Elsa.RealTimeWorkflowUpdates";
    private static readonly string[] features = [Hub, "Elsa.WorkflowDefinitions", "Elsa.WorkflowInstances", "Elsa.Workflows.Management"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/descriptors/expression-descriptors", (AtDesk _) => List(
        [
            Expression("Literal", isBrowsable: false), Expression("Object", isBrowsable: false, language: "json"),
            Expression("Json", isBrowsable: false, language: "json"), Expression("Variable"), Expression("Input"),
            Expression("JavaScript", language: "javascript"), Expression("Liquid", language: "liquid"),
        ]));
        api.MapGet("/descriptors/storage-drivers", (AtDesk _) => Results.Json(new
        {
            Items = new[] { new { TypeName = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", DisplayName = Words.Of("Storage"), Priority = 5, Deprecated = false } },
        }));
        api.MapGet("/descriptors/variables", (AtDesk _) => List(
        [
            Variable("String"), Variable("Boolean"), Variable("Int32"), Variable("Decimal"),
            Variable("DateTimeOffset"), Variable("Object"),
        ]));
        api.MapGet("/descriptors/workflow-activation-strategies", (AtDesk _) => List(
            [Strategy("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", "Always")]));
        api.MapGet("/descriptors/incident-strategies", (AtDesk _) => List(
            [Strategy("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core", "Incidents")]));
        api.MapGet("/descriptors/log-persistence-strategies", (AtDesk _) => List(
            [Strategy("Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", "Log")]));
        api.MapGet("/descriptors/commit-strategies/workflows", (AtDesk _) => List([]));
        api.MapGet("/descriptors/commit-strategies/activities", (AtDesk _) => List([]));
        api.MapGet("/descriptors/output-converters", (AtDesk _) => List([]));
        api.MapGet("/resilience/strategies", (AtDesk _) => List([]));
        api.MapGet("/package/version", (AtDesk _) => Results.Json(new { PackageVersion = "3.8.2" }));
        api.MapGet("/features/installed", (AtDesk _) => List([.. features.Select(Feature)]));
        api.MapGet("/features/installed/{name}", (string name, AtDesk _) => features.Contains(name) ? Results.Json(Feature(name)) : Answers.NotFound);
    }

    private static IResult List(IReadOnlyList<object> items) => Results.Json(new { Items = items, items.Count });

    private static object Expression(string type, bool isBrowsable = true, string? language = null) => new
    {
        Type = type, DisplayName = Words.Of("Expression." + type), IsSerializable = true, IsBrowsable = isBrowsable,
        Properties = language is null ? [] : new Dictionary<string, string> { ["MonacoLanguage"] = language },
    };

    private static object Variable(string type) =>
        new { TypeName = type, DisplayName = Words.Of("Variable." + type), Category = Words.Of("Primitives"), Description = "" };

    private static object Strategy(string type, string word) => new { TypeName = type, DisplayName = Words.Of("Strategy." + word), Description = "" };

    private static object Feature(string name) => new
    {
        Name = name[(name.LastIndexOf('.') + 1)..], Namespace = name[..name.LastIndexOf('.')], FullName = name, DisplayName = name, Description = "",
    };
}
