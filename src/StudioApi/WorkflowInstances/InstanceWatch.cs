using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Engine.Designer;

namespace WorkflowAccountability.StudioApi.WorkflowInstances;

/// <summary>
/// Tells viewers what moved. The rows are asked, not the commands: so it does not matter on which node a case was moved, and the rights are those of the
/// moment. While nobody looks, nothing is asked.
/// </summary>
internal sealed partial class InstanceWatch(
    ObservedInstances observed, IHubContext<InstanceHub> hub, IServiceScopeFactory scopes, TimeProvider clock, ILogger<InstanceWatch> logger) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                NotTold(logger, fault);
            }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var looks = observed.All;
        if (looks.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<IInstanceDesk>();
        var revisions = await desk.RevisionsAsync([.. looks.Select(look => look.InstanceId).Distinct()], cancellationToken);
        foreach (var look in looks)
        {
            var revision = revisions.GetValueOrDefault(look.InstanceId, -1);
            if (revision == look.Revision)
                continue;
            look.Revision = revision;
            if (await desk.FindAsync(look.Who, look.InstanceId, cancellationToken) is { } sheet && ObservedInstances.MarkOf(sheet) is var mark && mark != look.Told)
            {
                look.Told = mark;
                await TellAsync(hub.Clients.Client(look.ConnectionId), sheet, cancellationToken);
            }
        }
    }

    private static async Task TellAsync(ISingleClientProxy viewer, InstanceSheet sheet, CancellationToken cancellationToken)
    {
        var stats = Execution.Of(sheet).GroupBy(execution => execution.NodeId).Select(Execution.Stats).ToList();
        await viewer.SendAsync("ActivityExecutionLogUpdatedAsync", new { Stats = stats }, cancellationToken);
        await viewer.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, cancellationToken);
        await viewer.SendAsync("WorkflowInstanceUpdatedAsync", new { WorkflowInstanceId = sheet.Line.Id }, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Warning, "Viewers of instances could not be told what moved; they are told with the next change.")]
    private static partial void NotTold(ILogger logger, Exception fault);
}
