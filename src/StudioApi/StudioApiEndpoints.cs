using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.StudioApi.ActivityDescriptors;
using WorkflowAccountability.StudioApi.Door;
using WorkflowAccountability.StudioApi.Offerings;
using WorkflowAccountability.StudioApi.WorkflowDefinitions;
using WorkflowAccountability.StudioApi.WorkflowInstances;

namespace WorkflowAccountability.StudioApi;

/// <summary>
/// Elsa 3's HTTP API as far as Elsa Studio calls it, under <c>/elsa/api</c>, and the hub that tells of changes. The contract is Elsa's; what is done is the
/// desks' business, which whoever hosts it brings.
/// </summary>
public static class StudioApiEndpoints
{
    /// <summary>Below this lies everything.</summary>
    public const string Root = "/elsa";

    /// <summary>What the endpoints need beside the desks.</summary>
    public static IServiceCollection AddStudioApi(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddSingleton<ActivitySheets>().AddSingleton<ObservedInstances>().AddHostedService<InstanceWatch>();
    }

    /// <summary>Refuses what changes something and does not come from a page of this site; after authorization, before the endpoints.</summary>
    public static IApplicationBuilder UseStudioApi(this IApplicationBuilder app) => app.UseMiddleware<SameOriginOnly>();

    /// <summary>Maps the API and the hub; the host says who may come in at all.</summary>
    public static IEndpointConventionBuilder MapStudioApi(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup(Root);
        var api = all.MapGroup("/api");
        ReadDefinitions.Map(api);
        SaveDefinition.Map(api);
        ChangeDefinition.Map(api);
        ExchangeDefinitions.Map(api);
        Subgraphs.Map(api);
        ListActivities.Map(api);
        ActivityOptions.Map(api);
        FixedLists.Map(api);
        TypeDefinitions.Map(api);
        ReadInstances.Map(api);
        ReadExecutions.Map(api);
        RefuseOnInstances.Map(api);
        all.MapHub<InstanceHub>("/hubs/workflow-instance");
        return all;
    }
}
