using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Jobs;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Operations;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c> (and <c>/health</c>): it can do its work; a balancer sends nobody to a node that
/// cannot. Both say one word and nothing about the inside.
/// </summary>
internal static class SiteHealth
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
    }
}

/// <summary>
/// Healthy while the database answers and has the schema of this version; degraded while something waits too long to leave the house, or the sweeps
/// are silent on every node.
/// </summary>
internal sealed class DatabaseHealth(AccountabilityDb db, SiteOptions options, SweepWatch watch, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
            return HealthCheckResult.Unhealthy("The database does not answer.");
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return HealthCheckResult.Unhealthy("The database has not the schema of this version.");
        if (await Reconcile.UnsentAsync(db, clock.GetUtcNow(), cancellationToken) > Reconcile.Patience)
            return HealthCheckResult.Degraded("Something has waited for more than five minutes to be sent.");
        // A node that sweeps nothing itself says nothing where no other ever did.
        var silent = options.Jobs || await db.Set<SweepPulse>().AnyAsync(cancellationToken)
            ? (await watch.SilenceAsync(db, cancellationToken)).Where(sweep => sweep.Value > SweepPulse.Patience).Select(sweep => sweep.Key).ToList() : [];
        return silent.Count > 0 ? HealthCheckResult.Degraded($"No sweep for more than five minutes: {string.Join(", ", silent)}.") : HealthCheckResult.Healthy();
    }
}
