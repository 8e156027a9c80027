using WorkflowAccountability.Procedure.Cases;

namespace WorkflowAccountability.Procedure.Notifications;

/// <summary>The notices written to a person or to an office of his; none of a case in which he is under inquiry.</summary>
public static class NoticeBox
{
    /// <summary>All of them.</summary>
    public static IQueryable<Notice> Of(Actor actor, AccountabilityDb db)
    {
        var keys = actor.Keys.ToList();
        var personId = actor.PersonId;
        return db.Notices.Where(notice => keys.Contains(notice.RecipientKey)
            && !db.Set<Exclusion>().Any(exclusion => exclusion.CaseId == notice.CaseId && exclusion.PersonId == personId));
    }

    /// <summary>Those that he has not read.</summary>
    public static IQueryable<Notice> Unread(Actor actor, AccountabilityDb db)
    {
        var personId = actor.PersonId;
        return Of(actor, db).Where(notice => !db.NoticeReadings.Any(reading => reading.NoticeId == notice.Id && reading.PersonId == personId));
    }

    /// <summary>Those that he has read.</summary>
    public static IQueryable<Notice> Read(Actor actor, AccountabilityDb db)
    {
        var personId = actor.PersonId;
        return Of(actor, db).Where(notice => db.NoticeReadings.Any(reading => reading.NoticeId == notice.Id && reading.PersonId == personId));
    }
}
