using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowAccountability.Procedure;

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

/// <summary>Healthy while the database answers and has the schema of this version; degraded while something waits too long to leave the house.</summary>
internal sealed class DatabaseHealth(AccountabilityDb db, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
            return HealthCheckResult.Unhealthy("The database does not answer.");
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return HealthCheckResult.Unhealthy("The database has not the schema of this version.");
        var late = clock.GetUtcNow() - patience;
        return await db.Outbox.AnyAsync(message => message.SentAt == null && message.NotBefore < late, cancellationToken)
            ? HealthCheckResult.Degraded("Something has waited for more than five minutes to be sent.") : HealthCheckResult.Healthy();
    }
}
