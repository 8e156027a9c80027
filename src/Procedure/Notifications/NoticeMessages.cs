using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>The words that leave the house. A notice's own text stays inside: it may name units and matters.</summary>
public sealed class NoticeMessages(StageCatalog stages)
{
    private static readonly CultureInfo chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>A single message.</summary>
    internal async Task<OutgoingMessage> OfAsync(AccountabilityDb db, Delivery delivery, OutgoingPerson to, CancellationToken cancellationToken)
    {
        var (notice, number, act) = await LineAsync(db, delivery.NoticeId, cancellationToken);
        var subject = notice.CaseId is null ? Say("Subject.Procedure") : number is null ? Say("Subject.Plain") : Say("Subject.Named", number, act ?? Say($"Kind.{notice.Kind}"));
        return new OutgoingMessage(delivery.Id, to, notice.Kind, subject, Body(to, [LineOf(notice.Kind, number, act)]), number, act, notice.At);
    }

    /// <summary>The morning mail: a line for each notice.</summary>
    internal async Task<OutgoingMessage> DigestAsync(
        AccountabilityDb db, string digestId, IReadOnlyList<Delivery> deliveries, OutgoingPerson to, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        foreach (var delivery in deliveries)
        {
            var (notice, number, act) = await LineAsync(db, delivery.NoticeId, cancellationToken);
            lines.Add(LineOf(notice.Kind, number, act));
        }
        var counted = lines.CountBy(line => line).Select(line => line.Value > 1 ? $"{line.Key}（{line.Value}）" : line.Key).ToList();
        return new OutgoingMessage(digestId, to, NoticeKind.Reminder, Say("Subject.Digest", deliveries.Count), Body(to, counted), null, null,
            deliveries.Max(delivery => delivery.DueAt));
    }

    /// <summary>A message that only shows that a channel works.</summary>
    public static OutgoingMessage Test(string id, OutgoingPerson to, DateTimeOffset at) =>
        new(id, to, NoticeKind.Copy, Say("Subject.Test"), Body(to, [Say("Line.Test")]), null, null, at);

    private async Task<(Notice Notice, string? Number, string? Act)> LineAsync(AccountabilityDb db, string noticeId, CancellationToken cancellationToken)
    {
        var row = await db.Notices.AsNoTracking().Where(notice => notice.Id == noticeId)
            .Select(notice => new
            {
                notice, Number = db.Cases.Where(file => file.Id == notice.CaseId).Select(file => file.Number).SingleOrDefault(),
                Item = db.WorkItems.Where(item => item.Id == notice.WorkItemId).SingleOrDefault(),
            }).SingleAsync(cancellationToken);
        var isWalled = row.notice.Walled || row.Item is { Walled: true };
        return (row.notice, isWalled ? null : row.Number, isWalled || row.Item is null ? null : stages.Of(row.Item).Title.In(chinese));
    }

    private static string LineOf(NoticeKind kind, string? number, string? act) =>
        kind is NoticeKind.Procedure ? Say("Line.Procedure") : number is null ? Say("Line.Plain") : Say($"Line.{kind}", number, act ?? "").TrimEnd();

    private static string Body(OutgoingPerson to, IEnumerable<string> lines) => Say("Body", to.Name, string.Join('\n', lines));

    private static string Say(string key, params IReadOnlyList<object?> arguments) => Text.Of<NoticeMessages>(key, arguments).In(chinese);
}
