using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowAccountability.Procedure.Administration;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Documents;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>What a move led to.</summary>
/// <param name="Answer">What the command answered; null where the form could not be read.</param>
internal sealed record PlayAnswer(Answer? Answer, IReadOnlyList<FieldError> Errors)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Answer is Answer.Done;

    /// <summary>Why it was not done, in words; nothing where it was.</summary>
    /// <param name="who">Who tried.</param>
    /// <param name="labelOf">The label of a field by its path.</param>
    public IReadOnlyList<string> Reasons(string who, Func<string, string> labelOf) => Answer switch
    {
        null => [.. Errors.Select(error => $"{labelOf(error.Path)}：{error.Message}")],
        Answer.Done => [],
        Answer.Refused refused => [.. refused.Rulings.Select(ruling => $"{ruling.Citation} {ruling.Reason} {ruling.Remedy}")],
        Answer.NotFound => [Text.Of<PlayTexts>("Stop.NoSuch", who).ToString()],
        _ => [Text.Of<PlayTexts>("Stop.TooLate").ToString()],
    };
}

/// <summary>What keeps a step from being taken back.</summary>
/// <param name="Move">The number of the move that was not taken when it was made again, from 1.</param>
internal sealed record PlayHindrance(int Move, IReadOnlyList<string> Reasons);

/// <summary>
/// A sandbox: one version of a workflow, a clock and a database of its own. The same stages, rules, engine and reminders work in it as in earnest, composed a
/// second time. Nothing leaves it: it has no channel and no job, its numbers are its own, and when it is left, its folder is deleted.
/// </summary>
public sealed class PlayRoom : IAsyncDisposable
{
    /// <summary>What the name of every sandbox's folder begins with.</summary>
    internal const string FolderPrefix = "accountability-play-";

    private const long MostBytesOfFile = 5L << 20;

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}-"));
    private readonly ServiceProvider services;
    private readonly Dictionary<string, string> cases = [];
    private readonly List<(PlayMove Move, int Played, string CaseId)> moves = [];

    private PlayRoom(PlayVersion version, PlayHouse house, PlayDatabase database, ILoggerFactory loggers, DateTimeOffset begins)
    {
        (Version, House, Begins, Clock) = (version, house, begins, new PlayClock(begins));
        var collection = new ServiceCollection();
        // The site's own: a factory for each sandbox would make the database's model anew, and keep it for ever.
        collection.AddSingleton(loggers).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        database.Add(collection, folder);
        collection.AddProcedure().AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new DocumentOptions(Path.Combine(folder.FullName, "files"), MostBytesOfFile));
        services = collection.BuildServiceProvider();
    }

    /// <summary>What is tried, as it was when the sandbox was opened.</summary>
    public PlayVersion Version { get; }

    /// <summary>What it is furnished with.</summary>
    public PlayHouse House { get; }

    /// <summary>When its clock began.</summary>
    internal DateTimeOffset Begins { get; }

    /// <summary>Its clock.</summary>
    internal PlayClock Clock { get; }

    /// <summary>The script that is played in it, or only lends its forms.</summary>
    internal PlayScript Script { get; set; } = PlayScript.Example;

    /// <summary>How many steps of the script were played.</summary>
    internal int Played { get; set; }

    /// <summary>Why the script stopped; null where it did not, or none is played.</summary>
    internal ScriptStop? Stop { get; set; }

    /// <summary>Why the last step could not be taken back; null where nobody tried in vain since something was done.</summary>
    internal PlayHindrance? NotTakenBack { get; private set; }

    /// <summary>The case that was opened last.</summary>
    public string CaseId { get; private set; } = "";

    /// <summary>What was done in it, oldest first, with the number of steps of the script played until then, and the case that it was turned to.</summary>
    internal IReadOnlyList<(PlayMove Move, int Played, string CaseId)> Moves => moves;

    /// <summary>The stages, the engine, the deadlines.</summary>
    internal Machinery Machinery => services.GetRequiredService<Machinery>();

    /// <summary>Takes its files.</summary>
    internal StageFiles Uploads => services.GetRequiredService<StageFiles>();

    /// <summary>Its database.</summary>
    internal AccountabilityDb OpenDb() => services.GetRequiredService<IDbContextFactory<AccountabilityDb>>().CreateDbContext();

    /// <summary>Makes an empty one with its house.</summary>
    internal static async Task<PlayRoom> MakeAsync(
        PlayVersion version, PlayHouse house, PlayDatabase database, ILoggerFactory loggers, DateTimeOffset begins, CancellationToken cancellationToken)
    {
        var room = new PlayRoom(version, house, database, loggers, begins);
        try
        {
            await using var db = room.OpenDb();
            // Without its history: nothing older is ever brought up to it.
            await db.Database.EnsureCreatedAsync(cancellationToken);
            db.AddRange(house.Rows);
            await db.SaveChangesAsync(cancellationToken);
            return room;
        }
        catch
        {
            await room.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a move. What was not done leaves nothing, and is no move.</summary>
    internal async Task<PlayAnswer> MakeAsync(PlayMove move, CancellationToken cancellationToken)
    {
        var at = CaseId;
        var answer = move switch
        {
            PlayMove.Open open => await OpenAsync(open, cancellationToken),
            PlayMove.OpenTrack track => new PlayAnswer(await RunAsync(id => new OpenSuperiorTrack(id, track.PersonId, CaseId), cancellationToken), []),
            PlayMove.Submit submit => await SubmitAsync(submit, cancellationToken),
            PlayMove.Attach file => await AttachAsync(file, cancellationToken),
            PlayMove.Pass pass => await PassAsync(pass.To, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(move), move, "A move that nobody knows how to make."),
        };
        if (!answer.IsDone)
            return answer;
        moves.Add((move, Played, at));
        NotTakenBack = null;
        // So that the order of what was done can be read.
        if (move is not (PlayMove.Pass or PlayMove.Attach))
            Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        return answer;
    }

    /// <summary>Remembers a file that was put beside a form.</summary>
    internal void Remember(PlayMove.Attach file) => moves.Add((file, Played, CaseId));

    /// <summary>
    /// Another sandbox, in which all was done but the last that was submitted or waited for; null where one of the moves is not taken when it is made again. Then
    /// this one stays as it is, and says why.
    /// </summary>
    internal async Task<PlayRoom?> BackAsync(PlayDatabase database, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var last = moves.FindLastIndex(made => made.Move is not PlayMove.Attach);
        while (last > 1 && moves[last - 1].Move is PlayMove.Attach)
            last--;
        var room = await MakeAsync(Version, House, database, loggers, Begins, cancellationToken);
        var kept = false;
        try
        {
            room.Script = Script;
            foreach (var (move, played, caseId) in moves.Take(Math.Max(last, 1)))
            {
                (room.Played, room.CaseId) = (played, caseId);
                if (await room.MakeAsync(move, cancellationToken) is { IsDone: false } answer)
                {
                    NotTakenBack = new PlayHindrance(room.moves.Count + 1, answer.Reasons(move.Who, path => path));
                    return null;
                }
            }
            if (last > 0)
                (room.Played, room.CaseId) = (moves[last].Played, moves[last].CaseId);
            else
                room.Played = Played;
            kept = true;
            return room;
        }
        finally
        {
            if (!kept)
                await room.DisposeAsync();
        }
    }

    /// <summary>The case that a script knows by a name; null where it opened none such.</summary>
    internal string? CaseOf(string name) => cases.GetValueOrDefault(name);

    /// <summary>Turns to one of the cases.</summary>
    internal void TurnTo(string caseId) => CaseId = caseId;

    /// <summary>When somebody is to be reminded next; null where nobody is.</summary>
    internal async Task<DateTimeOffset?> NextReminderAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        await using var db = OpenDb();
        return await db.Set<DeadlineRung>().Where(rung => rung.Status == RungStatus.Pending && rung.DueAt > now
            && db.WorkItems.Any(item => item.Id == rung.DeadlineId && item.Status == WorkItemStatus.Open)).MinAsync(rung => (DateTimeOffset?)rung.DueAt, cancellationToken);
    }

    private async Task<PlayAnswer> OpenAsync(PlayMove.Open open, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(id => new BeginPlay(id, open.PersonId, open.Title, open.Definition), cancellationToken);
        if (answer is Answer.Done done)
            CaseId = cases[open.Name] = done.Path["/cases/".Length..];
        return new PlayAnswer(answer, []);
    }

    private async Task<PlayAnswer> SubmitAsync(PlayMove.Submit submit, CancellationToken cancellationToken)
    {
        WorkItem? item;
        await using (var db = OpenDb())
            item = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(row => row.Id == submit.ItemId, cancellationToken);
        if (item is null)
            return new PlayAnswer(new Answer.NotFound(), []);
        var binding = FormBinder.Bind(Machinery.Stages.PlanOf(item), submit.Fields);
        return binding.Form is null ? new PlayAnswer(null, binding.Errors)
            : new PlayAnswer(await RunAsync(id => new CompleteWorkItem(id, submit.PersonId, item.CaseId, item.Id, item.Version, binding.Form), cancellationToken), []);
    }

    private async Task<PlayAnswer> AttachAsync(PlayMove.Attach move, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(move.Content);
        await Uploads.RunAsync(content, move.FileName, move.PersonId, move.ItemId, cancellationToken);
        return new PlayAnswer(new Answer.Done(""), []);
    }

    // It stops at every moment at which somebody is to be reminded, or leaves office.
    private async Task<PlayAnswer> PassAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        while (await NextReminderAsync(cancellationToken) is { } next && next < target)
            await SweepAsync(next, cancellationToken);
        await SweepAsync(target, cancellationToken);
        return new PlayAnswer(new Answer.Done(""), []);
    }

    private async Task SweepAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        Clock.MoveTo(moment);
        await services.GetRequiredService<SweepPosts>().RunAsync(cancellationToken);
        await services.GetRequiredService<SweepDeadlines>().RunAsync(cancellationToken);
    }

    // The same ids whenever the same moves are made again.
    private Task<Answer> RunAsync(Func<string, Command> command, CancellationToken cancellationToken) =>
        services.GetRequiredService<CommandRunner>().RunAsync(command($"play-{moves.Count}"), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
