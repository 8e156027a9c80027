using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry.Metrics;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.WorkItems;
using WorkflowAccountability.Web.Jobs;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Operations;

/// <summary>
/// <c>/metrics</c> for Prometheus: requests, commands, open and overdue items, the oldest message that waits. Numbers only. For administrators,
/// and for a collector that carries the token of <c>--metrics-token</c>.
/// </summary>
internal sealed class SiteMetrics
{
    public const string Path = "/metrics", Policy = "Metrics";

    private long open, overdue, alarms;
    private double outboxAge, sweepAge;

    private readonly SweepWatch watch;

    public SiteMetrics(IMeterFactory meters, SweepWatch watch)
    {
        this.watch = watch;
        var meter = meters.Create(CommandMeter.Name);
        meter.CreateObservableGauge("accountability.work_items.open", () => open, "{item}", "Work items that wait for somebody.");
        meter.CreateObservableGauge("accountability.work_items.overdue", () => overdue, "{item}", "Of these, those past their deadline.");
        meter.CreateObservableGauge("accountability.outbox.age", () => outboxAge, "s", "How long the oldest unsent message has waited.");
        meter.CreateObservableGauge("accountability.sweeps.age", () => sweepAge, "s", "How long ago the sweep that is silent longest came to its end.");
        meter.CreateObservableGauge("accountability.alarms.open", () => alarms, "{alarm}", "Alarms that stand.");
    }

    public static void Add(IServiceCollection services)
    {
        services.AddHttpContextAccessor().AddSingleton<SiteMetrics>().AddScoped<IAuthorizationHandler, CollectorOrAdministrator>();
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.AddRequirements(new CollectorOrAdministrator.Requirement()));
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(CommandMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime", "Npgsql")
            .AddPrometheusExporter());
    }

    /// <summary>Counts when it is asked, after it was found out that the asker may.</summary>
    public static void Map(WebApplication app)
    {
        app.UseWhen(context => context.Request.Path == Path, asked => asked.Use(async (context, next) =>
        {
            await context.RequestServices.GetRequiredService<SiteMetrics>().CountAsync(
                context.RequestServices.GetRequiredService<AccountabilityDb>(), context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), context.RequestAborted);
            await next(context);
        }));
        app.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(Policy);
    }

    private async Task CountAsync(AccountabilityDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        open = await db.WorkItems.LongCountAsync(item => item.Status == WorkItemStatus.Open, cancellationToken);
        overdue = await db.WorkItems.LongCountAsync(item => item.Status == WorkItemStatus.Open && item.DueAt < now, cancellationToken);
        alarms = await Alarm.Standing(db).LongCountAsync(cancellationToken);
        outboxAge = (await Reconcile.UnsentAsync(db, now, cancellationToken)).TotalSeconds;
        sweepAge = (await watch.SilenceAsync(db, cancellationToken)).Values.Max().TotalSeconds;
    }
}

/// <summary>Who may read the numbers.</summary>
internal sealed class CollectorOrAdministrator(
    SiteOptions options, IHttpContextAccessor contexts, AccountabilityDb db, DirectorySource directories, TimeProvider clock)
    : AuthorizationHandler<CollectorOrAdministrator.Requirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
    {
        if (HasToken(contexts.HttpContext?.Request.Headers.Authorization.ToString() ?? ""))
            context.Succeed(requirement);
        else if (context.User.FindFirst(Viewer.PersonClaim) is { Value: var person } && !context.User.HasClaim(claim => claim.Type == Account.Accounts.MustChangePassword)
            && (await directories.CurrentAsync(db, CancellationToken.None)).ActorOf(person, clock.GetUtcNow()).Holds(Roles.Administrator))
            context.Succeed(requirement);
    }

    private bool HasToken(string header) => options.MetricsToken is { Length: > 0 } token
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes($"Bearer {token}"));

    internal sealed class Requirement : IAuthorizationRequirement;
}
