using System.Globalization;
using System.Net.Mail;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>内部环节: how a person wants to be told outside of this site.</summary>
/// <param name="NeedsAddress">Whether nothing reaches him without an address: not so where a gateway is configured.</param>
public sealed record SaveNoticeSettings(
    string Id, string PersonId, string? Email, bool Mail, bool Digest, TimeOnly? QuietFrom, TimeOnly? QuietTo, bool ReturnsToList = false,
    bool NeedsAddress = true)
    : Command(Id, PersonId)
{
    /// <inheritdoc/>
    protected override string Payload => string.Create(CultureInfo.InvariantCulture, $"{Email}|{Mail}|{Digest}|{QuietFrom:HH\\:mm}|{QuietTo:HH\\:mm}|{ReturnsToList}");

    internal override async Task<Answer> ApplyAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        if (!scope.Actor.IsInOffice || await scope.Db.People.FindAsync([PersonId], cancellationToken) is not { } person)
            return new Answer.NotFound();
        Ruling[] refusals =
        [
            Require(Email is null || IsAddress(Email), "Email"),
            Require(Email is not null || !NeedsAddress || !(Mail || Digest), "NoEmail"),
            Require(QuietFrom is null == QuietTo is null && (QuietFrom is null || QuietFrom != QuietTo), "Quiet"),
        ];
        if (refusals.Where(ruling => !ruling.IsAllowed).ToList() is { Count: > 0 } wrong)
            return new Answer.Refused(wrong);
        person.Email = Email;
        var settings = await scope.Db.Set<NoticeSettings>().FindAsync([PersonId], cancellationToken);
        if (settings is null)
            scope.Db.Add(settings = new NoticeSettings { PersonId = PersonId });
        (settings.Mail, settings.Digest, settings.QuietFrom, settings.QuietTo, settings.ReturnsToList) = (Mail, Digest, QuietFrom, QuietTo, ReturnsToList);
        return new Answer.Done("/settings/notices?saved=1");
    }

    private static bool IsAddress(string text) => text.Length <= 254 && !text.Any(char.IsWhiteSpace)
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static Ruling Require(bool holds, string key) => Ruling.Require(holds, "内部环节",
        Text.Of<NotificationTexts>($"Settings.{key}.Reason"), Text.Of<NotificationTexts>($"Settings.{key}.Remedy"));
}
