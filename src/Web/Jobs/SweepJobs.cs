using Hangfire;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Incidents;
using WorkflowAccountability.Procedure.Notifications;

namespace WorkflowAccountability.Web.Jobs;

/// <summary>What Hangfire calls. It only wakes us: what is to be done stands in our own rows, so a job that is lost, doubled or late changes nothing.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class SweepJobs(
    Sweeps sweeps, SweepBounces bounces, RemoveStagedFiles files, CompareWhole whole, IWorkflowRuntime runtime, DatabaseClock clock, IDbContextFactory<AccountabilityDb> databases,
    TimeProvider time)
{
    /// <summary>Each minute: puts the clock right, then fires what is due.</summary>
    public async Task DeadlinesAsync(CancellationToken cancellationToken)
    {
        if (time == clock)
            await WatchClockAsync(cancellationToken);
        await sweeps.PostsAsync(cancellationToken);
        await sweeps.DeadlinesAsync(cancellationToken);
        await sweeps.ReconcileAsync(cancellationToken);
    }

    /// <summary>Each ten seconds: sends what waits.</summary>
    public Task OutboxAsync(CancellationToken cancellationToken) => sweeps.OutboxAsync(cancellationToken);

    /// <summary>Each five minutes: reads what came back.</summary>
    public Task BouncesAsync(CancellationToken cancellationToken) => bounces.RunAsync(cancellationToken);

    /// <summary>Each ten seconds: instances without a case whose time has come go on, and so does what they ask of each other.</summary>
    public Task InstancesAsync(CancellationToken cancellationToken) => runtime.SweepAsync(cancellationToken);

    /// <summary>Each hour: removes what was uploaded and never handed in.</summary>
    public Task FilesAsync(CancellationToken cancellationToken) => files.RunAsync(cancellationToken);

    /// <summary>Each hour: holds states, versions and files against each other.</summary>
    public Task WholeAsync(CancellationToken cancellationToken) => whole.RunAsync(cancellationToken);

    private async Task WatchClockAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await clock.MeasureAsync(db, cancellationToken) is { } jump)
            await FiringPause.BeginAsync(db, jump, clock.GetUtcNow(), cancellationToken);
    }
}
