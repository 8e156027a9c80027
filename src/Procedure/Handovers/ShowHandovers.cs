using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.Handovers;

/// <summary>The handovers that concern somebody, the form that starts one, its sheet on the screen and on paper, and what the two do with it.</summary>
internal static class ShowHandovers
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/handovers", (Viewer viewer, string? from, AccountabilityDb db, CancellationToken cancellationToken) =>
            ListAsync(viewer, db, from is null ? null : new OpenHandover("", viewer.Actor.PersonId, from, "", null, ""), [], cancellationToken));
        site.MapPost("/handovers", OpenAsync);
        site.MapGet("/handovers/{id}", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            SheetAsync(id, viewer, db, paper: false, "", [], cancellationToken));
        site.MapGet("/handovers/{id}/print", (string id, Viewer viewer, AccountabilityDb db, CancellationToken cancellationToken) =>
            SheetAsync(id, viewer, db, paper: true, "", [], cancellationToken));
        Post(site, "give", (id, posted, envelope, viewer) => new GiveHandover(envelope.CommandId, viewer.Actor.PersonId, id, envelope.Version,
            [.. posted["Line"].OfType<string>()], [.. posted["Draft"].OfType<string>()]));
        Post(site, "take", (id, _, envelope, viewer) => new TakeHandover(envelope.CommandId, viewer.Actor.PersonId, id, envelope.Version));
        Post(site, "return", (id, posted, envelope, viewer) =>
            new ReturnHandover(envelope.CommandId, viewer.Actor.PersonId, id, envelope.Version, posted["Words"].ToString().Trim()));
        Post(site, "withdraw", (id, _, envelope, viewer) => new WithdrawHandover(envelope.CommandId, viewer.Actor.PersonId, id, envelope.Version));
    }

    /// <summary>The handovers that wait for somebody's confirmation now.</summary>
    public static IQueryable<Handover> WaitingFor(Actor actor, AccountabilityDb db)
    {
        var (personId, isInOffice) = (actor.PersonId, actor.IsInOffice);
        return db.Set<Handover>().Where(handover => isInOffice && ((handover.GiverId == personId && handover.Status == HandoverStatus.Prepared)
            || (handover.ReceiverId == personId && handover.Status == HandoverStatus.Given)));
    }

    private static void Post(IEndpointRouteBuilder site, string act, Func<string, IFormCollection, Envelope, Viewer, Command> order) =>
        site.MapPost($"/handovers/{{id}}/{act}", async (string id, IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands,
            CancellationToken cancellationToken) =>
        {
            if (!Envelope.TryRead(posted, out var envelope))
                return Pages.NotFound(viewer.Actor);
            var answer = await commands.RunAsync(order(id, posted, envelope, viewer), cancellationToken);
            return answer is Answer.Refused refused
                ? await SheetAsync(id, viewer, db, paper: false, posted["Words"].ToString(), refused.Rulings, cancellationToken) : Pages.Answered(answer, viewer.Actor);
        });

    private static async Task<IResult> OpenAsync(
        IFormCollection posted, Viewer viewer, AccountabilityDb db, CommandRunner commands, CancellationToken cancellationToken)
    {
        if (!Envelope.TryRead(posted, out var envelope))
            return Pages.NotFound(viewer.Actor);
        var order = new OpenHandover(envelope.CommandId, viewer.Actor.PersonId, posted["From"].ToString(), posted["To"].ToString(),
            DateOnly.TryParseExact(posted["On"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            posted["Reason"].ToString().Trim());
        var answer = await commands.RunAsync(order, cancellationToken);
        return answer is Answer.Refused refused ? await ListAsync(viewer, db, order, refused.Rulings, cancellationToken) : Pages.Answered(answer, viewer.Actor);
    }

    private static async Task<IResult> ListAsync(
        Viewer viewer, AccountabilityDb db, OpenHandover? typed, IReadOnlyList<Ruling> refusals, CancellationToken cancellationToken)
    {
        if (!viewer.Actor.IsInOffice)
            return Pages.NotFound(viewer.Actor);
        var (actor, today, personId) = (viewer.Actor, BeijingTime.DayOf(viewer.Now), viewer.Actor.PersonId);
        var all = actor.Holds(Roles.Administrator);
        var below = viewer.Directory.AllPeople.Select(person => person.Id).Where(id => HandoverRules.IsHeadOver(actor, id, viewer.Directory, today)).ToList();
        var rows = await db.Set<Handover>().AsNoTracking().Where(handover => all || handover.GiverId == personId || handover.ReceiverId == personId
            || handover.OpenedBy == personId || below.Contains(handover.GiverId)).OrderByDescending(handover => handover.OpenedAt).Take(Most).ToListAsync(cancellationToken);
        return Pages.Page<HandoversPage>(new
        {
            Viewer = actor, viewer.Directory, Today = today, Rows = (IReadOnlyList<Handover>)rows, Typed = typed, Refusals = refusals,
            Givers = HandoverRules.MayStart(actor)
                ? viewer.Directory.PeopleOn(today).Where(id => all || HandoverRules.IsHeadOver(actor, id, viewer.Directory, today)).ToList() : [],
        }, refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SheetAsync(
        string id, Viewer viewer, AccountabilityDb db, bool paper, string words, IReadOnlyList<Ruling> refusals, CancellationToken cancellationToken)
    {
        if (await HandoverSheet.ReadAsync(id, viewer, db, cancellationToken) is not { } sheet)
            return Pages.NotFound(viewer.Actor);
        return paper ? Pages.Page<HandoverPrintPage>(new { Sheet = sheet }) : Pages.Page<HandoverPage>(new { Sheet = sheet, Refusals = refusals, Words = words },
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
