using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Channels;

/// <summary>A notice of a case of its own, as a command leaves it behind: in its reader's box and in the outbox.</summary>
internal static class Written
{
    public static Task<(string Number, string Title)> NoticeAsync(RunningSite site, Recipient to, bool walled, DateTimeOffset now) => site.ReadAsync(async db =>
    {
        const string title = "某河流域水质持续恶化";
        var count = await db.Cases.CountAsync() + 1;
        var file = new CaseFile
        {
            Id = $"{count:x16}", Number = $"昌环追〔2026〕{count}号", Title = title, RegulationVersion = "x", OpenedBy = "gov-li", OpenedByOrganisationId = "gov",
            OpenedAt = now,
        };
        var notice = new Notice
        {
            Id = $"{file.Id}-N1", CaseId = file.Id, PersonId = to.PersonId, Role = to.Role,
            RecipientKey = to.PersonId is { } person ? AddressKey.OfPerson(person) : AddressKey.OfRole(to.Role!), TextSource = typeof(DeadlineTexts).FullName!,
            TextKey = "Reminder.Before", TextArguments = $"""["{file.Number}","批准调查组组成方案","2026-03-09","2"]""", At = now, Walled = walled, Kind = NoticeKind.Reminder,
        };
        db.Cases.Add(file);
        db.Notices.Add(notice);
        db.Outbox.Add(new OutboxMessage { Id = $"ob:{file.Id}:1:1", CaseId = file.Id, Kind = nameof(Notice), Payload = notice.Id, NotBefore = now });
        await db.SaveChangesAsync();
        return (file.Number, title);
    });
}
