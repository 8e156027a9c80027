using System.Text;
using Microsoft.AspNetCore.Http;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>Opens a sandbox: with a case that is played by hand, or with a script, as far as it goes.</summary>
internal static class OpenPlay
{
    /// <summary>What is posted to have the example, or one's own script, played.</summary>
    public const string Example = "example", Own = "own";

    private const int MostBytesOfScript = 1 << 20;

    public static async Task<IResult> HandleAsync(
        string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, PlayRooms rooms, Machinery machinery, CancellationToken cancellationToken)
    {
        if (await ShowPlay.VersionAsync(id, int.TryParse(posted["Number"], out var number) ? number : null, viewer, db, cancellationToken) is not { } version)
            return Pages.NotFound(viewer.Actor);
        if (version.Faults(machinery.Definitions) is { Count: > 0 } broken)
            return Door([.. broken.Select(fault => Refused("Broken", fault))]);
        var (script, faults) = posted["By"] == Own ? await ReadAsync(posted.Files.GetFile("Script"), cancellationToken) : (posted["By"] == Example ? PlayScript.Example : null, []);
        if (faults.Count > 0)
            return Door([.. faults.Take(20).Select(fault => Refused("Script", fault))]);

        var begins = script is null || script == PlayScript.Example ? viewer.Now : script.Begins;
        var house = await PlayHouse.ReadAsync(db, version, BeijingTime.DayOf(begins), cancellationToken);
        IReadOnlyList<Ruling> refusals = [];
        var hasRoom = await rooms.OpenAsync(viewer.Actor.PersonId, async () =>
        {
            var room = await PlayRoom.MakeAsync(version, house, rooms.Site.Database, rooms.Site.Loggers, begins, cancellationToken);
            refusals = script is null ? await BeginAsync(room, cancellationToken) : await FollowAsync(room, script, cancellationToken);
            if (refusals.Count == 0)
                return room;
            await room.DisposeAsync();
            return null;
        }, cancellationToken);
        return !hasRoom ? Door([Refused("Full", PlayRooms.Most)]) : refusals.Count > 0 ? Door(refusals) : new SeeOther(ShowPlay.PathOf(id));

        IResult Door(IReadOnlyList<Ruling> why) =>
            Pages.Page<PlayDoorPage>(new { Viewer = viewer.Actor, Version = version, Refusals = why }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Why something is not done here, and what to do.</summary>
    internal static Ruling Refused(string key, params object?[] reason) =>
        Ruling.Refuse(Citations.InternalStep, Text.Of<PlayTexts>(key + ".Reason", reason), Text.Of<PlayTexts>(key + ".Remedy"));

    private static async Task<IReadOnlyList<Ruling>> BeginAsync(PlayRoom room, CancellationToken cancellationToken)
    {
        var begins = room.Version.Begins(room.Machinery);
        await using var db = room.OpenDb();
        var (directory, today) = (await room.Machinery.Directory.CurrentAsync(db, cancellationToken), BeijingTime.DayOf(room.Clock.GetUtcNow()));
        var start = PlayScript.Example.Steps.First(step => step.Kind is ScriptKind.Start);
        var starter = begins == OpenSuperiorTrack.Definition ? directory.PeopleFor(Roles.Government, today)
            : directory.ActorOf(start.As, room.Clock.GetUtcNow()).IsInOffice ? [start.As] : directory.PeopleFor(Roles.LeadEnv, today);
        if (starter.Count == 0)
            return [Refused("Nobody")];
        var answer = await room.MakeAsync(new PlayMove.Open(starter[0], start.Title, begins, start.Case), cancellationToken);
        // The example has begun, and may be let play on from wherever the case stands.
        (room.Script, room.Played) = (PlayScript.Example.From(room.Begins), 1);
        return Said(answer);
    }

    private static async Task<IReadOnlyList<Ruling>> FollowAsync(PlayRoom room, PlayScript script, CancellationToken cancellationToken)
    {
        room.Script = script == PlayScript.Example ? script.From(room.Clock.GetUtcNow()) : script;
        await new PlayOn(room).RunAsync(cancellationToken);
        return room.CaseId.Length > 0 ? [] : [.. room.Stop?.Reasons.Select(reason => Refused("NotBegun", reason)) ?? [Refused("NotBegun", "")]];
    }

    private static IReadOnlyList<Ruling> Said(PlayAnswer answer) => answer.Answer switch
    {
        Answer.Done => [],
        Answer.Refused refused => refused.Rulings,
        _ => [Refused("NotBegun", "")],
    };

    private static async Task<(PlayScript?, IReadOnlyList<string>)> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 } or { Length: > MostBytesOfScript })
            return (null, [Text.Of<PlayTexts>("Script.NoFile").ToString()]);
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return PlayScript.Read(await reader.ReadToEndAsync(cancellationToken));
    }
}
