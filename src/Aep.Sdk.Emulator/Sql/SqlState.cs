namespace Aep.Sdk.Emulator.Sql;

/// <summary>The SQLSTATEs in use. Those of Query Service are listed in its troubleshooting guide, the rest are PostgreSQL's.</summary>
internal static class SqlState
{
    public const string Success = "00000";
    public const string ProtocolViolation = "08P01";
    public const string NotSupported = "0A000";
    public const string NumericValueOutOfRange = "22003";
    public const string InvalidDatetimeFormat = "22007";
    public const string DatetimeFieldOverflow = "22008";
    public const string DivisionByZero = "22012";
    public const string InvalidParameterValue = "22023";
    public const string InvalidTextRepresentation = "22P02";
    public const string InvalidSqlStatementName = "26000";
    public const string InFailedTransaction = "25P02";
    public const string InvalidAuthorization = "28000";
    public const string InvalidPassword = "28P01";
    public const string InvalidCursorName = "34000";
    public const string DependentObjects = "2BP01";
    public const string InvalidDatabaseName = "3D000";
    public const string InvalidSchemaName = "3F000";
    public const string InsufficientPrivilege = "42501";
    public const string SyntaxError = "42601";
    public const string InvalidName = "42602";
    public const string DuplicateColumn = "42701";
    public const string UndefinedColumn = "42703";
    public const string UndefinedObject = "42704";
    public const string DuplicateObject = "42710";
    public const string GroupingError = "42803";
    public const string DatatypeMismatch = "42804";
    public const string WrongObjectType = "42809";
    public const string UndefinedFunction = "42883";
    public const string UndefinedTable = "42P01";
    public const string UndefinedParameter = "42P02";
    public const string DuplicateCursor = "42P03";
    public const string DuplicateDatabase = "42P04";
    public const string DuplicateSchema = "42P06";
    public const string DuplicateTable = "42P07";
    public const string DuplicatePreparedStatement = "42P05";
    public const string InvalidObjectDefinition = "42P17";
    public const string NoTables = "42P12";
    public const string AmbiguousColumn = "42702";
    public const string ConfigurationLimitExceeded = "53400";
    public const string ProgramLimitExceeded = "54000";
    public const string QueryCanceled = "57014";
    public const string AdminShutdown = "57P01";
    public const string IdleSessionTimeout = "57P05";
    public const string SystemError = "58000";
}
