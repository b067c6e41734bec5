using System.Collections;
using System.Data;
using System.Data.Common;

namespace Junheng.Pipelines.Warehouse.Engine;

/// <summary>The provider's reader, owning its command and stopped by a token, also in the midst of a row.</summary>
sealed class InterruptibleReader : DbDataReader
{
    readonly DbCommand command;
    readonly Interruption interruption;
    readonly DbDataReader reader;

    InterruptibleReader(DbCommand command, CancellationToken cancellation)
    {
        this.command = command;
        interruption = new Interruption(command.Connection!, cancellation);
        try
        {
            reader = interruption.During(command.ExecuteReader);
        }
        catch
        {
            interruption.Dispose();
            throw;
        }
    }

    public override int FieldCount => reader.FieldCount;

    public override bool HasRows => reader.HasRows;

    public override bool IsClosed => reader.IsClosed;

    public override int RecordsAffected => reader.RecordsAffected;

    public override int Depth => reader.Depth;

    public override object this[int ordinal] => reader[ordinal];

    public override object this[string name] => reader[name];

    public static InterruptibleReader Open(DbCommand command, CancellationToken cancellation)
    {
        try
        {
            return new InterruptibleReader(command, cancellation);
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    public override bool Read() => interruption.During(reader.Read);

    public override bool NextResult() => interruption.During(reader.NextResult);

    public override bool IsDBNull(int ordinal) => reader.IsDBNull(ordinal);

    public override object GetValue(int ordinal) => reader.GetValue(ordinal);

    public override T GetFieldValue<T>(int ordinal) => reader.GetFieldValue<T>(ordinal);

    public override int GetValues(object[] values) => reader.GetValues(values);

    public override bool GetBoolean(int ordinal) => reader.GetBoolean(ordinal);

    public override byte GetByte(int ordinal) => reader.GetByte(ordinal);

    public override char GetChar(int ordinal) => reader.GetChar(ordinal);

    public override short GetInt16(int ordinal) => reader.GetInt16(ordinal);

    public override int GetInt32(int ordinal) => reader.GetInt32(ordinal);

    public override long GetInt64(int ordinal) => reader.GetInt64(ordinal);

    public override float GetFloat(int ordinal) => reader.GetFloat(ordinal);

    public override double GetDouble(int ordinal) => reader.GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => reader.GetDecimal(ordinal);

    public override DateTime GetDateTime(int ordinal) => reader.GetDateTime(ordinal);

    public override Guid GetGuid(int ordinal) => reader.GetGuid(ordinal);

    public override string GetString(int ordinal) => reader.GetString(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        reader.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        reader.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    public override string GetName(int ordinal) => reader.GetName(ordinal);

    public override int GetOrdinal(string name) => reader.GetOrdinal(name);

    public override string GetDataTypeName(int ordinal) => reader.GetDataTypeName(ordinal);

    public override Type GetFieldType(int ordinal) => reader.GetFieldType(ordinal);

    public override DataTable? GetSchemaTable() => reader.GetSchemaTable();

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            interruption.Dispose();
            reader.Dispose();
            command.Dispose();
        }

        base.Dispose(disposing);
    }
}
