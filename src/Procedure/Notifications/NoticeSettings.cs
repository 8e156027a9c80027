using WorkflowAccountability.Procedure.Deadlines;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>How a person wants to be told outside of this site. Inside it everything is shown at once.</summary>
public sealed class NoticeSettings
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>Whether single messages are sent, by every channel that reaches him, or nothing but what the digest holds.</summary>
    public bool Mail { get; set; } = true;

    /// <summary>One message each morning, by each channel, instead of many.</summary>
    public bool Digest { get; set; }

    /// <summary>Whether a submission leads back to the list; else the next item opens.</summary>
    public bool ReturnsToList { get; set; }

    /// <summary>From when nothing is to be sent (Beijing); null for no quiet hours.</summary>
    public TimeOnly? QuietFrom { get; set; }

    /// <summary>Until when nothing is to be sent (Beijing).</summary>
    public TimeOnly? QuietTo { get; set; }

    /// <summary>When the digest leaves (Beijing): the beginning of the office hours in summer.</summary>
    public static TimeOnly DigestAt { get; } = new(10, 0);

    /// <summary>The first moment, not before <paramref name="now"/>, at which a message may be sent to this person.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset now)
    {
        var (day, time) = (BeijingTime.DayOf(now), TimeOnly.FromDateTime(BeijingTime.Shown(now).DateTime));
        if (Digest)
            return BeijingTime.At(time < DigestAt ? day : day.AddDays(1), DigestAt);
        if (QuietFrom is not { } from || QuietTo is not { } to || !time.IsBetween(from, to))
            return now;
        return BeijingTime.At(time < to ? day : day.AddDays(1), to);
    }
}
