using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Web;

/// <summary>Healthy while the database answers.</summary>
internal sealed class DatabaseHealth(AccountabilityDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
