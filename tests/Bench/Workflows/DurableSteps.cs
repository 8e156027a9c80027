using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowAccountability.Engine.Definitions;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Persistence;
using WorkflowAccountability.Procedure;

namespace WorkflowAccountability.Bench.Workflows;

/// <summary>A process of six human tasks (<c>Elsa.RunTask</c>), one after the other, in the runtime that Studio's instances run in: every resumption is a
/// transaction of its own that is on the disk when it is answered.</summary>
internal sealed class DurableSteps(string connection) : IAsyncDisposable
{
    public const int Tasks = 6;

    private readonly ServiceProvider services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging()
        .AddSingleton(TimeProvider.System).AddPersistence(connection).BuildServiceProvider();

    private IWorkflowRuntime Runtime => services.GetRequiredService<IWorkflowRuntime>();

    public AccountabilityDb Db() => services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContext();

    /// <summary>Makes the schema and stores the definition.</summary>
    public async Task PrepareAsync()
    {
        await using var db = Db();
        await db.Database.MigrateAsync();
        var json = Charts.InARow("Elsa.RunTask", Tasks, at => new JsonObject
        {
            ["taskName"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = $"Approve {at}" } },
        });
        db.Definitions.Add(new WorkflowDefinitionVersion
        {
            Id = "bench-1", DefinitionId = "bench", Version = 1, Name = "Bench", Json = json, Hash = WorkflowDefinitionVersion.HashOf(json), IsLatest = true,
            IsPublished = true, CreatedAt = TimeProvider.System.GetUtcNow(),
        });
        await db.SaveChangesAsync();
    }

    /// <summary>Starts instances; answers the task that each waits for.</summary>
    public async Task<IReadOnlyList<string>> StartAsync(int count)
    {
        var waiting = new List<string>(count);
        for (var instance = 0; instance < count; instance++)
            waiting.Add(TaskOf(await Runtime.StartAsync(new WorkflowStart("bench"), default))!);
        return waiting;
    }

    /// <summary>Answers all tasks of instances to their end.</summary>
    /// <param name="waiting">The first task of each.</param>
    /// <param name="workers">How many do so at the same time.</param>
    public Task ResumeAllAsync(IReadOnlyList<string> waiting, int workers) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            for (var instance = worker; instance < waiting.Count; instance += workers)
                await ResumeAsync(waiting[instance]);
        })));

    /// <summary>How many entries the journal of a finished instance has.</summary>
    public async Task<int> JournalAsync()
    {
        await using var db = Db();
        var finished = await db.Instances.Where(instance => instance.FinishedAt != null).Select(instance => instance.Id).FirstAsync();
        return (await db.Journal.AsNoTracking().Where(burst => burst.InstanceId == finished).ToListAsync()).Sum(burst => burst.Read().Count());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task ResumeAsync(string first)
    {
        var task = first;
        for (var step = 0; step < Tasks; step++)
            task = TaskOf(await Runtime.CompleteTaskAsync(task!, JsonValue.Create("approved"), default));
        if (task is not null)
            throw new InvalidOperationException("An instance did not come to its end.");
    }

    private static string? TaskOf(StepAnswer answer) => answer is StepAnswer.Done { State: var state }
        ? state.Bookmarks.SingleOrDefault()?.Payload!["taskId"]!.GetValue<string>()
        : throw new InvalidOperationException($"A step was not done: {answer}");
}
