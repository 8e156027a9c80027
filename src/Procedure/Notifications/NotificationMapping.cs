using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkflowAccountability.Procedure.Notifications;

internal sealed class NotificationMapping : 
    IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeReading>, IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.HasIndex(notice => new { notice.RecipientKey, notice.At });
        builder.Ignore(notice => notice.Text);
    }

    public void Configure(EntityTypeBuilder<NoticeReading> builder)
    {
        builder.HasKey(reading => new { reading.NoticeId, reading.PersonId });
        builder.HasIndex(reading => new { reading.PersonId, reading.ReadAt });
        builder.HasOne<Notice>().WithMany().HasForeignKey(reading => reading.NoticeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder) => builder.ToTable("Outbox").HasIndex(message => new { message.SentAt, message.NotBefore });
}
